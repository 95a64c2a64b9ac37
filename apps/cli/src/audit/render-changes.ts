/** What changed between two audits, as lines for people: newly broken, mended, changed. */

import type { ClauseChange } from '@fangxing/assessment'
import { describePlace, type Outcome, type Wording } from '@fangxing/contract'
import { findClause } from '@fangxing/policy'
import { VERDICTS } from '../preflight/words.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { MaterialChange } from './material-change.ts'

export const DIRECTIONS: readonly {
  readonly direction: ClauseChange['direction']
  readonly words: Wording
  readonly style: 'red' | 'green' | 'yellow'
}[] = [
  { direction: 'worse', words: { zh: '变差', en: 'worse' }, style: 'red' },
  { direction: 'better', words: { zh: '改好', en: 'mended' }, style: 'green' },
  { direction: 'other', words: { zh: '不同', en: 'different' }, style: 'yellow' },
]

const OUTCOMES: Readonly<Record<Outcome['kind'], Wording>> = {
  pass: { zh: '符合', en: 'passes' },
  inapplicable: { zh: '不适用', en: 'does not apply' },
  undetermined: { zh: '需要人判断', en: 'needs a person' },
  violation: { zh: '不符合', en: 'breaks the book' },
}

export function renderChanges(changes: readonly MaterialChange[], terminal: Terminal): string {
  if (changes.length === 0) {
    return terminal.words({ zh: '两次审核没有不同。', en: 'The two audits are the same.' })
  }
  return changes.flatMap((one) => describeMaterial(one, terminal)).join('\n')
}

function describeMaterial(
  { name, before, after, changes }: MaterialChange,
  { words, paint }: Terminal,
): readonly string[] {
  const verdictOf = (audit: MaterialChange['before']) =>
    audit === null ? words({ zh: '没有', en: 'none' }) : words(VERDICTS[audit.verdict].words)
  const head = paint('bold', `${toPrintable(name)}  ${verdictOf(before)} → ${verdictOf(after)}`)
  const groups = DIRECTIONS.flatMap(({ direction, words: title, style }) => {
    const own = changes.filter((change) => change.direction === direction)
    return own.length === 0
      ? []
      : [
          paint(style, `  ${words(title)} · ${own.length}`),
          ...own.flatMap((change) => describeChange(change).map((line) => `    ${words(line)}`)),
        ]
  })
  return [head, ...groups]
}

/** The clause with what it was and is, then what is found of it. */
export function describeChange({ clauseId, before, after }: ClauseChange): readonly Wording[] {
  const number = clauseId.slice(clauseId.indexOf('/') + 1)
  const clause = findClause(clauseId)?.words
  const was = wordsOf(before)
  const is = wordsOf(after)
  return [
    {
      zh: `${number} ${clause?.zh ?? ''}：${was.zh} → ${is.zh}`,
      en: `${number} ${clause?.en ?? ''}: ${was.en} → ${is.en}`,
    },
    ...findingsOf(after).map(({ place, message }) => ({
      zh: `  ${toPrintable(`${describePlace(place)} ${message.zh}`)}`,
      en: `  ${toPrintable(`${describePlace(place)} ${message.en}`)}`,
    })),
  ]
}

function wordsOf(outcome: Outcome | null): Wording {
  return outcome === null ? { zh: '没有', en: 'none' } : OUTCOMES[outcome.kind]
}

function findingsOf(outcome: Outcome | null) {
  const MOST = 3
  if (outcome?.kind === 'violation') return outcome.findings.slice(0, MOST)
  return outcome?.kind === 'undetermined' ? (outcome.evidence ?? []).slice(0, MOST) : []
}
