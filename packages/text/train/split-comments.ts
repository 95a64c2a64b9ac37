/**
 * Which comments teach the context network, and which the scorer that weighs what it says: no comment
 * teaches both, or the scorer would believe the network too much.
 */

import type { Corpora } from './corpora.ts'

const EVERY = 10

export interface SplitComments {
  /** All of COLD's train split. */
  readonly cold: readonly string[]
  /** Of it, those that are left to the scorer. */
  readonly held: readonly string[]
  /** The others, and those of SWSR's train split. */
  readonly taught: readonly string[]
}

export function splitComments({ labelled }: Corpora): SplitComments {
  const textsOf = (wanted: string) =>
    labelled
      .filter(({ source, split }) => source === wanted && split === 'train')
      .map(({ text }) => text)
  const cold = textsOf('cold')
  const held = cold.filter((_, nth) => nth % EVERY === 0)
  const isHeld = new Set(held)
  const taught = [...cold, ...textsOf('swsr')].filter((text) => !isHeld.has(text))
  return { cold, held, taught }
}
