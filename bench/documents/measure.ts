/** Fills the index up to a count, then looks things up in it. */

import { openCorpora } from '@fangxing/server'
import type { Storage } from '@fangxing/storage'
import { markDocument } from '@fangxing/text'
import pg from 'pg'
import { randomFrom } from '../text/random.ts'
import { EDITS, type MadeTexts } from './made-texts.ts'

/** As the profile of the book has it. */
const ALIKE = 0.5
const BATCH = 500
const LOOK_UPS = 100
const PER_EDIT = 100
const STRANGERS = 500
/** Numbers that no document has. */
const ELSEWHERE = 900_000_000
const SEEKER = { appid: 'fx-bench', materialId: 'none' }

export interface Measured {
  readonly documents: number
  /** Of the last step: documents a second, and this process's own processor time for each. */
  readonly addedPerSecond: number
  readonly markingMs: number
  readonly bytes: Readonly<Record<'rows' | 'bands' | 'passages' | 'texts', number>>
  readonly lookUp: {
    readonly p50Ms: number
    readonly p95Ms: number
    /** Rows that share a band with an article of nobody's. */
    readonly candidates: number
    /** Pages of eight kilobytes that one question reads. */
    readonly pages: number
  }
  /** Share of copies that are found, by what was done to them. */
  readonly recall: readonly { readonly edit: string; readonly share: number }[]
  /** Of articles that are like none, how many were said to be like one. */
  readonly falsePairs: { readonly asked: number; readonly found: number }
}

export interface Bench {
  readonly storage: Storage
  readonly pool: pg.Pool
  readonly made: MadeTexts
}

export function createPool(url: string): pg.Pool {
  return new pg.Pool({ connectionString: url, max: 2 })
}

export async function measureAt(
  bench: Bench,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<Measured> {
  const added = await fill(bench, from, count)
  await bench.pool.query('vacuum analyze fangxing.documents')
  return {
    documents: count,
    ...added,
    bytes: await measureBytes(bench.pool),
    lookUp: await measureLookUps(bench, count),
    recall: await measureRecall(bench, count),
    falsePairs: await countFalsePairs(bench),
  }
}

async function fill({ storage, made }: Bench, from: number, count: number) {
  const began = performance.now()
  let markingMs = 0
  for (let first = from; first < count; first += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, count - first) }, (_, nth) =>
      made.article(first + nth),
    )
    const before = process.cpuUsage()
    const drafts = texts.map((text, nth) => toDraft(`article ${first + nth}`, text))
    markingMs += process.cpuUsage(before).user / 1000
    await storage.documents.add('articles', drafts, Date.now())
  }
  const seconds = (performance.now() - began) / 1000
  return { addedPerSecond: (count - from) / seconds, markingMs: markingMs / (count - from) }
}

function toDraft(name: string, text: string) {
  const marks = markDocument(text)
  if (marks === null) throw new Error('an article without a letter')
  return { name, text, appid: null, publishedAt: null, ...marks }
}

async function measureBytes(pool: pg.Pool): Promise<Measured['bytes']> {
  const { rows } = await pool.query<Record<keyof Measured['bytes'], string>>(`select
    pg_table_size('fangxing.documents') + pg_relation_size('fangxing.documents_pkey')
      + pg_relation_size('fangxing.documents_corpus_name_key') as rows,
    pg_relation_size('fangxing.documents_by_band') as bands,
    pg_relation_size('fangxing.documents_by_passage') as passages,
    pg_total_relation_size('fangxing.document_texts') as texts`)
  const [row] = rows
  const of = (part: keyof Measured['bytes']) => Number(row?.[part])
  return { rows: of('rows'), bands: of('bands'), passages: of('passages'), texts: of('texts') }
}

async function measureLookUps({ storage, pool, made }: Bench, count: number) {
  const random = randomFrom(count)
  const corpora = openCorpora(storage.documents, SEEKER)
  const times: number[] = []
  let candidates = 0
  let pages = 0
  for (let nth = 0; nth < LOOK_UPS; nth += 1) {
    const isCopy = nth % 2 === 0
    const text = made.article(isCopy ? Math.floor(random() * count) : ELSEWHERE + nth)
    const began = performance.now()
    await corpora.find(text, ALIKE, 10)
    times.push(performance.now() - began)
    const { bands, passages } = markDocument(text) ?? NO_MARKS
    candidates += (await storage.documents.candidates(bands, 100_000)).length
    pages += await countPages(pool, [...bands], [...passages])
  }
  times.sort((one, other) => one - other)
  return {
    p50Ms: times[Math.floor(LOOK_UPS * 0.5)] ?? 0,
    p95Ms: times[Math.floor(LOOK_UPS * 0.95)] ?? 0,
    candidates: candidates / LOOK_UPS,
    pages: pages / LOOK_UPS,
  }
}

const NO_MARKS = { bands: new Int32Array(), passages: new Int32Array() }

/** Of both questions: by band, and by passage. */
async function countPages(
  pool: pg.Pool,
  bands: readonly number[],
  passages: readonly number[],
): Promise<number> {
  const read = async (query: string, keys: readonly number[]) => {
    const text = `explain (analyze, buffers, format json) select entries from ${query}`
    const { rows } = await pool.query(text, [keys])
    const { Plan: plan } = rows[0]['QUERY PLAN'][0]
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  }
  return (
    (await read('fangxing.documents_like($1::integer[], 2000)', bands)) +
    (await read('fangxing.documents_sharing($1::integer[], 3, 10)', passages))
  )
}

async function measureRecall({ storage, made }: Bench, count: number) {
  const corpora = openCorpora(storage.documents, SEEKER)
  const recall = []
  for (const { name, edit } of EDITS) {
    const random = randomFrom(7)
    let found = 0
    for (let nth = 0; nth < PER_EDIT; nth += 1) {
      const source = Math.floor(random() * count)
      const copy = edit(made.article(source), made.article(ELSEWHERE * 2 + nth), random)
      const alike = await corpora.find(copy, ALIKE, 10)
      if (alike.some(({ document }) => document === `article ${source}`)) found += 1
    }
    recall.push({ edit: name, share: found / PER_EDIT })
  }
  return recall
}

async function countFalsePairs({ storage, made }: Bench): Promise<Measured['falsePairs']> {
  const corpora = openCorpora(storage.documents, SEEKER)
  let found = 0
  for (let nth = 0; nth < STRANGERS; nth += 1) {
    found += (await corpora.find(made.article(ELSEWHERE + nth), ALIKE, 10)).length > 0 ? 1 : 0
  }
  return { asked: STRANGERS, found }
}
