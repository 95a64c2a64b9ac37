/**
 * `node bench/material/count-public.ts LINES.jsonl PREFIX=SOURCE… [--save]`: counts what
 * `fangxing audit LIST --out LINES.jsonl` said of saved public pages, clause by clause.
 *
 * The pages stay where they are: only their source's name (by the first part of their folder's name)
 * and numbers are kept.
 */

import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Outcome } from '@fangxing/contract'
import { type PublicRun, saveRun } from './runs.ts'
import { writeDocs } from './write-docs.ts'

interface Line {
  readonly name: string
  readonly verdict?: string
  readonly rows?: readonly { readonly clauseId: string; readonly outcome: Outcome }[]
}

const [file = '', ...named] = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const sourceOf = new Map(named.map((one) => one.split('=') as [string, string]))
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line)
const run: PublicRun = {
  sources: countBy(lines.map(({ name }) => sourceOf.get(prefixOf(name)) ?? 'other')),
  verdicts: countBy(lines.map(({ verdict }) => verdict ?? 'failed')),
  halfSeen: lines.filter(isHalfSeen).length,
  middle: {
    broken: middleOf('violation'),
    person: middleOf('undetermined'),
    passes: middleOf('pass'),
    inapplicable: middleOf('inapplicable'),
  },
  clauses: countClauses(),
}
console.log(run)
if (process.argv.includes('--save')) {
  saveRun('public', run)
  writeDocs()
}

function prefixOf(name: string): string {
  return basename(dirname(name)).split('-')[0] ?? ''
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const groups = [...Map.groupBy(words, (word) => word)].map(
    ([word, all]) => [word, all.length] as const,
  )
  return Object.fromEntries(groups.toSorted(([, one], [, other]) => other - one))
}

/** Its words too were not seen whole: a rule that only reads them says so. */
function isHalfSeen({ rows = [] }: Line): boolean {
  const OF_WORDS = 'baijiahao-2019/8.3.1'
  return rows.some(
    ({ clauseId, outcome }) =>
      clauseId === OF_WORDS &&
      outcome.kind === 'undetermined' &&
      /^The page was not (?:seen whole|entered)/.test(outcome.because.en),
  )
}

/** Of the rows of a page with this outcome: half of the pages have more, half fewer. */
function middleOf(kind: Outcome['kind']): number {
  const counts = lines.map(
    ({ rows = [] }) => rows.filter(({ outcome }) => outcome.kind === kind).length,
  )
  return counts.toSorted((one, other) => one - other)[counts.length >> 1] ?? 0
}

/** Clauses that some page breaks, or of which something that was seen asks a person. */
function countClauses(): PublicRun['clauses'] {
  const rows = lines.flatMap(({ rows: all = [] }) => all)
  return [...Map.groupBy(rows, ({ clauseId }) => clauseId)]
    .map(([clauseId, all]) => ({
      clauseId,
      broken: all.filter(({ outcome }) => outcome.kind === 'violation').length,
      asked: all.filter(
        ({ outcome }) => outcome.kind === 'undetermined' && (outcome.evidence ?? []).length > 0,
      ).length,
    }))
    .filter(({ broken, asked }) => broken + asked > 0)
}
