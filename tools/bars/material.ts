/**
 * The material audit on two pages of ours: one that breaks more than thirty clauses, one that is clean.
 *
 * Holds when all 112 rows of the first have their expected outcome, the clean page has them all and
 * breaks nothing, and a whole audit takes no more than `MOST_TIMES` as long as Lighthouse takes for
 * the same page in the same run. Where Lighthouse cannot be had the ratio is not measured, and the
 * bar does not hold.
 */

import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { assessMaterial, type ClauseRow } from '@fangxing/assessment'
import type { Outcome } from '@fangxing/contract'
import { type MediaPool, startMediaPool } from '@fangxing/media'
import { type PageEngine, startPageEngine } from '@fangxing/page'
import { baijiahaoProfile, starterTerms } from '@fangxing/policy'
import { allowAddresses, createCorpora, observeMaterial } from '@fangxing/server'
import { compileLexicon, loadShippedModel } from '@fangxing/text'
import { openForm, openPage } from '../../apps/cli/src/audit/open-material.ts'
import { openLighthouse } from '../../bench/material/lighthouse.ts'
import type { Bar } from '../bar.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'materials')
const ROWS = 112
/** Six seconds of each look are the platform's own measure; Lighthouse watches less and looks once. */
const MOST_TIMES = 2
const AUDITED_AT = Date.UTC(2026, 10, 22)

/** Slow pages: on a busy machine this asks a person, whatever the page. */
const MAY_BE_BUSY = ['1.1.a']

interface Engines {
  readonly page: PageEngine
  readonly media: MediaPool
}

export const bar: Bar = {
  title: 'the material audit finds what is wrong with a page, and nothing in a clean one',
  async run(log) {
    const page = await startPageEngine({ egress: { allows: () => false } })
    const media = await startMediaPool({ workers: 1 })
    try {
      const faulty = await auditFixture('thirty-faults', { page, media })
      const clean = await auditFixture('tomato-balcony', { page, media })
      const wrong = [...(await compare(faulty.rows)), ...unclean(clean.rows)]
      for (const line of wrong) log(line)
      log(`thirty-faults: ${tally(faulty.rows)}`)
      log(`tomato-balcony: ${tally(clean.rows)}`)
      const ratio = await compareTime(clean.seconds, log)
      const isQuick = ratio !== null && ratio <= MOST_TIMES
      return {
        holds: wrong.length === 0 && isQuick,
        figure: `${tally(faulty.rows)}; clean page ${tally(clean.rows)}; ${ratio === null ? 'ratio to Lighthouse not measured' : `${ratio.toFixed(1)}× Lighthouse of ${MOST_TIMES}×`}`,
      }
    } finally {
      await media.close()
      await page.close()
    }
  },
}

async function auditFixture(name: string, { page, media }: Engines) {
  const folder = join(FIXTURES, name)
  const source = await openPage(folder, 'index.html', await openForm(join(folder, 'material.json')))
  const { classifier } = await loadShippedModel()
  const began = performance.now()
  const addresses = allowAddresses([])
  const options = { profile: baijiahaoProfile, auditedAt: AUDITED_AT }
  const eyes = { addresses, page, media, corpora: createCorpora() }
  const { seen, engines } = await observeMaterial(source, eyes, options)
  const lexicon = compileLexicon(starterTerms)
  const { rows } = assessMaterial(seen, { lexicon, classifier, engines })
  return { rows, seconds: (performance.now() - began) / 1000 }
}

/** What differs from the outcomes that lie beside the page. */
async function compare(rows: readonly ClauseRow[]): Promise<readonly string[]> {
  const file = join(FIXTURES, 'thirty-faults', 'expected.json')
  const expected = JSON.parse(await readFile(file, 'utf8')) as Readonly<
    Record<string, Outcome['kind']>
  >
  const found = new Map(rows.map(({ clauseId, outcome }) => [numberOf(clauseId), outcome.kind]))
  const outcomes = Object.entries(expected)
  return [
    ...(rows.length === ROWS ? [] : [`${rows.length} rows of ${ROWS}`]),
    ...(outcomes.length === ROWS ? [] : [`${outcomes.length} expected of ${ROWS}`]),
    ...outcomes.flatMap(([number, kind]) =>
      found.get(number) === kind || MAY_BE_BUSY.includes(number)
        ? []
        : [`${number}: ${found.get(number) ?? 'absent'}, not ${kind}`],
    ),
  ]
}

function unclean(rows: readonly ClauseRow[]): readonly string[] {
  return [
    ...(rows.length === ROWS ? [] : [`${rows.length} rows of ${ROWS}`]),
    ...rows
      .filter(({ outcome }) => outcome.kind === 'violation')
      .map(({ clauseId }) => `the clean page breaks ${numberOf(clauseId)}`),
  ]
}

function tally(rows: readonly ClauseRow[]): string {
  const count = (kind: Outcome['kind']) =>
    rows.filter(({ outcome }) => outcome.kind === kind).length
  return `${count('violation')} broken, ${count('undetermined')} for a person, ${count('pass')} pass, ${count('inapplicable')} do not apply`
}

async function compareTime(seconds: number, log: (line: string) => void): Promise<number | null> {
  const measure = await openLighthouse()
  if (measure === null) return null
  const body = await readFile(join(FIXTURES, 'tomato-balcony', 'index.html'))
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(body),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const lighthouse = await measure(`http://127.0.0.1:${port}/`)
    log(
      `audit ${seconds.toFixed(1)} s, Lighthouse ${lighthouse.seconds.toFixed(1)} s for ${lighthouse.audits} audits`,
    )
    return seconds / lighthouse.seconds
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function numberOf(clauseId: string): string {
  return clauseId.slice(clauseId.indexOf('/') + 1)
}
