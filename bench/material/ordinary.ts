/**
 * `node bench/material/ordinary.ts [--save]`: how often the rules of the material audit that read
 * words accuse ordinary titles and reviews.
 *
 * Needs `FANGXING_DATA_DIR`; without it says so and measures nothing. `--save` writes
 * `docs/material.md`: every row of the book, how it is decided, what accuses how many.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { assessMaterial } from '@fangxing/assessment'
import type { Judgement, MaterialFacts } from '@fangxing/contract'
import { baijiahaoProfile, books, type Clause, rules } from '@fangxing/policy'
import { compileLexicon } from '@fangxing/text'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'material.md')
/** As titles, and as bodies. */
const SETS = [
  { source: 'thucnews-titles', as: 'title', words: 'news titles' },
  { source: 'fewclue-tnews', as: 'title', words: 'feed titles' },
  { source: 'fewclue-eprstmt', as: 'body', words: 'reviews of goods' },
] as const
const MOST = 5000
const AUDITED_AT = Date.UTC(2026, 10, 22)

const NOTHING = { cards: [], clips: [], links: [], pictures: [], resemblances: [] }

interface Rate {
  violations: number
  questions: number
}

type Field = (typeof SETS)[number]['as']

const file = join(process.env.FANGXING_DATA_DIR ?? '', 'text', 'evaluation-only.jsonl.gz')
if (!existsSync(file)) {
  console.log('FANGXING_DATA_DIR names no folder with published titles: nothing to measure.')
} else {
  const texts = readTexts()
  const rates = SETS.map(({ source, as }) => measure(texts.get(source) ?? [], as))
  const page = describe(rates)
  if (process.argv.includes('--save')) writeFileSync(PAGE, page)
  else console.log(page)
}

function readTexts(): ReadonlyMap<string, readonly string[]> {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const texts = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { src: string; text: string; label: number })
    .filter(({ label }) => label === 100)
  const grouped = Map.groupBy(texts, ({ src }) => src)
  return new Map(
    [...grouped].map(([source, all]) => [source, all.slice(0, MOST).map(({ text }) => text)]),
  )
}

/** By rule, how many of the texts it accuses and how many it asks a person about. */
function measure(texts: readonly string[], as: Field) {
  const rates = new Map<string, Rate>()
  const lexicon = compileLexicon([])
  for (const text of texts) {
    const seen = { material: toMaterial(text, as), profile: baijiahaoProfile, ...NOTHING }
    for (const judgement of assessMaterial(seen, { lexicon }).judgements) count(rates, judgement)
  }
  return { texts: texts.length, rates }
}

function count(rates: Map<string, Rate>, { ruleId, outcome }: Judgement): void {
  const rate = rates.get(ruleId) ?? { violations: 0, questions: 0 }
  if (outcome.kind === 'violation') rate.violations += 1
  if (outcome.kind === 'undetermined' && outcome.evidence !== undefined) rate.questions += 1
  rates.set(ruleId, rate)
}

function toMaterial(text: string, as: Field): MaterialFacts {
  return {
    name: 'ordinary',
    kind: 'article',
    title: as === 'title' ? text : null,
    blocks: as === 'body' ? [{ kind: 'paragraph', text, start: 0, ref: null }] : [],
    channel: { first: '家居', second: null },
    publishedAt: AUDITED_AT,
    auditedAt: AUDITED_AT,
    cover: null,
    postRoll: null,
    isFiction: false,
  }
}

function describe(measured: readonly ReturnType<typeof measure>[]): string {
  const clauses = books.find(({ id }) => id === 'baijiahao-2019')?.clauses ?? []
  const counts = measured.map(({ texts }, nth) => `${texts} ${SETS[nth]?.words}`).join(', ')
  return `# The material audit, row by row

Made by \`node bench/material/ordinary.ts --save\`. Every row of the rule book, who decides it, and how
often its rules accuse, or ask a person about, texts that nothing is known to be wrong with: ${counts}.
Two figures in a cell: accused, then asked about, in percent; empty where the rule reads no words of such a
text. The texts are public data of unknown care: some of what is accused is rightly so.

What no row can see: the open web (a copy of what nobody imported), meaning beyond shared wording
unless a model is configured, adverts that only the host app draws, lips, retouching.
Measures of pictures and video have their own error rates in \`docs/media/\`.

| clause | | decided by | ${SETS.map(({ words }) => words).join(' | ')} |
|---|---|---|${SETS.map(() => '---').join('|')}|
${clauses.map((clause) => describeClause(clause, measured)).join('\n')}
`
}

function describeClause(clause: Clause, measured: readonly ReturnType<typeof measure>[]): string {
  const number = clause.id.slice(clause.id.indexOf('/') + 1)
  const through = clause.decidedBy === 'rule' ? clause.through : undefined
  const own = rules.filter((rule) => rule.clause === (through ?? clause.id))
  const decided =
    clause.decidedBy === 'rule' ? own.map(({ id }) => `\`${id}\``).join(', ') : clause.decidedBy
  const isOfTitle = /^(?:4|8\.9|8\.10)\./.test(number)
  const cells = measured.map(({ texts, rates }, nth) =>
    own.some(({ needs }) => needs.includes('written')) && !(isOfTitle && SETS[nth]?.as === 'body')
      ? describeRate(
          own.map(({ id }) => rates.get(id)),
          texts,
        )
      : '',
  )
  return `| ${number} | ${clause.words.zh} | ${decided} | ${cells.join(' | ')} |`
}

function describeRate(rates: readonly (Rate | undefined)[], texts: number): string {
  const percent = (number: number) => ((100 * number) / Math.max(1, texts)).toFixed(2)
  const sum = (key: keyof Rate) => rates.reduce((total, rate) => total + (rate?.[key] ?? 0), 0)
  return `${percent(sum('violations'))}, ${percent(sum('questions'))}`
}
