/**
 * `node bench/material/write-docs.ts`: makes `docs/material.md` from the catalogue and the saved runs.
 *
 * Every row of the book: what decides it, how far a machine goes, how often its rules accuse ordinary
 * texts. Then what an audit costs, and how far pages of mini-programs are drawn. A bench that was never
 * saved leaves its part out.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baijiahaoSights, books, type Clause, rules } from '@fangxing/policy'
import {
  describeGrowth,
  describePrograms,
  describePublic,
  describeTallies,
} from './describe-runs.ts'
import {
  type GrowthRun,
  type OrdinaryRun,
  type ProgramsRun,
  type PublicRun,
  type Rate,
  readRun,
  type TalliesRun,
} from './runs.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'material.md')

type Sets = OrdinaryRun['sets']

export function writeDocs(): void {
  const growth = readRun<GrowthRun>('growth')
  const programs = readRun<ProgramsRun>('programs')
  const tallies = readRun<TalliesRun>('tallies')
  const open = readRun<PublicRun>('public')
  const { sets } = readRun<OrdinaryRun>('ordinary') ?? { sets: [] }
  const parts = [
    describeRows(sets),
    ...(tallies === null ? [] : [describeTallies(tallies)]),
    ...(open === null ? [] : [describePublic(open)]),
    ...(growth === null ? [] : [describeGrowth(growth)]),
    ...(programs === null ? [] : [describePrograms(programs)]),
  ]
  writeFileSync(PAGE, `${parts.join('\n\n')}\n`)
}

function describeRows(sets: Sets): string {
  const clauses = books.find(({ id }) => id === 'baijiahao-2019')?.clauses ?? []
  const counts = sets.map(({ texts, words }) => `${texts} ${words}`).join(', ')
  return `# The material audit, row by row

Made by \`node bench/material/write-docs.ts\`. Every row of the rule book, who decides it, what is looked
at, how far a machine goes, and how often its rules accuse, or ask a person about, texts that nothing is
known to be wrong with: ${counts}.
Two figures in a cell: accused, then asked about, in percent; empty where the rule reads no words of such a
text. The texts are public data of unknown care: some of what is accused is rightly so.

What no row can see: the open web (a copy of what nobody imported), meaning beyond shared wording
unless a model is configured, adverts that only the host app draws, lips, retouching.
Measures of pictures and video have their own error rates in \`docs/media/\`. A page that was not seen
whole (a sample in place of what a server sends, a box in place of a plugin, screens beyond the bound)
passes no row: what is missing is the reason.

| clause | | decided by | seen in | a machine | ${sets.map(({ words }) => words).join(' | ')} |
|---|---|---|---|---|${sets.map(() => '---').join('|')}|
${clauses.map((clause) => describeClause(clause, sets)).join('\n')}`
}

function describeClause(clause: Clause, sets: Sets): string {
  const number = clause.id.slice(clause.id.indexOf('/') + 1)
  const through = clause.decidedBy === 'rule' ? clause.through : undefined
  const own = rules.filter((rule) => rule.clause === (through ?? clause.id))
  const decided =
    clause.decidedBy === 'rule' ? own.map(({ id }) => `\`${id}\``).join(', ') : clause.decidedBy
  const sight = baijiahaoSights.get(clause.id)
  const seen = sight?.evidence.map(({ en }) => en).join(', ') ?? ''
  const isOfTitle = /^(?:4|8\.9|8\.10)\./.test(number)
  const cells = sets.map(({ texts, rates, as }) =>
    own.some(({ needs }) => needs.includes('written')) && !(isOfTitle && as === 'body')
      ? describeRate(
          own.map(({ id }) => rates[id]),
          texts,
        )
      : '',
  )
  const cellsBefore = [number, clause.words.zh, decided, seen, sight?.reach.en ?? '']
  return `| ${[...cellsBefore, ...cells].join(' | ')} |`
}

function describeRate(rates: readonly (Rate | undefined)[], texts: number): string {
  const percent = (number: number) => ((100 * number) / Math.max(1, texts)).toFixed(2)
  const sum = (key: keyof Rate) => rates.reduce((total, rate) => total + (rate?.[key] ?? 0), 0)
  return `${percent(sum('violations'))}, ${percent(sum('questions'))}`
}

if (import.meta.main) writeDocs()
