/**
 * What an adjustment changes on texts that somebody has: how often, and which.
 *
 * Pure: both classifiers and the texts are given. Order of the texts is kept.
 */

import type { Classification, TextClassifier } from '@fangxing/text'

export interface ChangedText {
  readonly text: string
  readonly before: Pick<Classification, 'label' | 'suggest'>
  readonly after: Pick<Classification, 'label' | 'suggest'>
}

export interface Changes {
  readonly count: number
  /** By `before → after`, for instance `pass → review`. */
  readonly moves: Readonly<Record<string, number>>
  readonly changed: readonly ChangedText[]
}

export function countChanges(
  texts: readonly string[],
  shipped: TextClassifier,
  adjusted: TextClassifier,
  scene: number,
): Changes {
  const moves: Record<string, number> = {}
  const changed: ChangedText[] = []
  for (const text of texts) {
    const before = shipped.classify(text, { scene })
    const after = adjusted.classify(text, { scene })
    const move = `${before.suggest} → ${after.suggest}`
    moves[move] = (moves[move] ?? 0) + 1
    if (before.suggest !== after.suggest || before.label !== after.label) {
      changed.push({ text, before: toSaid(before), after: toSaid(after) })
    }
  }
  return { count: texts.length, moves, changed }
}

function toSaid({ label, suggest }: Classification) {
  return { label, suggest }
}
