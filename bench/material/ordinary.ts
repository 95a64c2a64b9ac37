/**
 * `node bench/material/ordinary.ts [--save]`: how often the rules of the material audit that read
 * words accuse ordinary titles and reviews.
 *
 * Needs `FANGXING_DATA_DIR`; without it says so and measures nothing. `--save` keeps the run and
 * makes `docs/material.md` anew.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { assessMaterial } from '@fangxing/assessment'
import type { Judgement, MaterialFacts } from '@fangxing/contract'
import { baijiahaoProfile } from '@fangxing/policy'
import { compileLexicon } from '@fangxing/text'
import { type OrdinaryRun, type Rate, saveRun } from './runs.ts'
import { writeDocs } from './write-docs.ts'

/** As titles, and as bodies. */
const SETS = [
  { source: 'thucnews-titles', as: 'title', words: 'news titles' },
  { source: 'fewclue-tnews', as: 'title', words: 'feed titles' },
  { source: 'fewclue-eprstmt', as: 'body', words: 'reviews of goods' },
] as const
const MOST = 5000
const AUDITED_AT = Date.UTC(2026, 10, 22)

const NOTHING = { cards: [], clips: [], links: [], pictures: [], resemblances: [] }

type Field = (typeof SETS)[number]['as']

const file = join(process.env.FANGXING_DATA_DIR ?? '', 'text', 'evaluation-only.jsonl.gz')
if (!existsSync(file)) {
  console.log('FANGXING_DATA_DIR names no folder with published titles: nothing to measure.')
} else {
  const texts = readTexts()
  const sets = SETS.map(({ source, as, words }) => ({
    words,
    as,
    ...measure(texts.get(source) ?? [], as),
  }))
  const run: OrdinaryRun = { sets }
  if (process.argv.includes('--save')) {
    saveRun('ordinary', run)
    writeDocs()
  } else console.log(JSON.stringify(run, null, 2))
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
  return { texts: texts.length, rates: Object.fromEntries(rates) }
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
