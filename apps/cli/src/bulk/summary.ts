/** What a bulk check ends with: how many lines there are of each verdict. */

import type { Terminal } from '../terminal/terminal.ts'
import { type Tally, total } from './tally.ts'

interface Summary {
  readonly out: string
  /** Of the whole output. */
  readonly tally: Tally
  /** By this run. */
  readonly checked: number
  readonly format: 'text' | 'json'
}

export function describeSummary(
  { out, tally, checked, format }: Summary,
  { words, language }: Terminal,
): string {
  if (format === 'json') return JSON.stringify({ out, lines: total(tally), checked, ...tally })
  const number = new Intl.NumberFormat(language)
  const [lines, pass, review, reject, done] = [
    total(tally),
    tally.pass,
    tally.review,
    tally.reject,
    checked,
  ].map((count) => number.format(count))
  return words({
    zh: `${lines} 行（本次 ${done} 行）：通过 ${pass}，转人工 ${review}，不通过 ${reject}。结果在 ${out}`,
    en: `${lines} lines (${done} in this run): ${pass} pass, ${review} for a person, ${reject} rejected. Verdicts are in ${out}`,
  })
}
