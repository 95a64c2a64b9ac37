/**
 * Writes what the app is told of a piece of content that was stopped: by clause, with what was found.
 *
 * Plain text in the reader's language; a person may edit it. Empty when it passes.
 */

import { LABELS, type Label, type Wording } from '@fangxing/contract'
import type { ItemCheck } from '../../api/queue-types.ts'
import type { Clause } from '../../api/types.ts'
import { reasonsOf } from '../findings.ts'
import { findGrounds } from '../notice.ts'
import { showInvisible } from './invisible.ts'

type Language = keyof Wording

const WORDS = {
  zh: {
    opening: (label: string) => `内容未通过审核（${label}），依据：`,
    clause: (nth: number, words: string, id: string) => `${nth}. ${words}（${id}）`,
    found: (words: string) => `   发现：${words}`,
    hits: (words: string) => `命中：${words}`,
    closing: '如有异议，可联系平台申诉。',
  },
  en: {
    opening: (label: string) => `The content did not pass the review (${label}), because of:`,
    clause: (nth: number, words: string, id: string) => `${nth}. ${words} (${id})`,
    found: (words: string) => `   Found: ${words}`,
    hits: (words: string) => `Hit: ${words}`,
    closing: 'To object, file an appeal with the platform.',
  },
} as const

/** More words than this are a list that nobody reads. */
const MOST_HITS = 5

export function writeCheckNotice(
  label: Label,
  clauses: readonly Clause[],
  { judgements, hits }: Pick<ItemCheck, 'judgements' | 'hits'>,
  language: Language,
): string {
  const words = WORDS[language]
  const grounds = findGrounds(judgements)
  const reasons = clauses.map((clause, index) => {
    const ground = grounds.find(({ clauseId }) => clauseId === clause.id)
    const found = ground ? reasonsOf(ground.outcome).map((reason) => reason[language]) : []
    return [
      words.clause(index + 1, clause.words[language], clause.id),
      ...found.map((reason) => words.found(reason)),
    ].join('\n')
  })
  const matched = [...new Set(hits.map(({ matched }) => matched))].slice(0, MOST_HITS)
  const lines = [
    words.opening(LABELS[label][language]),
    ...reasons,
    ...(matched.length > 0 ? [words.hits(matched.map((one) => `“${one}”`).join(' '))] : []),
    words.closing,
  ]
  return showInvisible(lines.join('\n'))
}
