/**
 * Reads checks out of their blocks, in the order of all checks: newest first by time and number.
 *
 * Blocks are taken by their last time, a few at a first go and twice as many at each next: what is
 * left can hold nothing newer than the last time that was taken, so everything newer is in its final
 * order. Most searches open one or two blocks. By name or writer only blocks are opened whose marks
 * have it. Cost: the heads of the blocks of that app and time, then the blocks that are opened.
 */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { isAmong } from '../members/members.ts'
import { placesOf } from './block-marks.ts'
import { MOST_SPAN_MS } from './check-blocks.ts'
import { type CheckKey, isBefore, toBlockNumber } from './check-cursor.ts'
import type { Check, CheckFilter } from './checks.types.ts'
import { unpackEvidence } from './plain-evidence.ts'
import type { PackedCheck } from './tables.ts'

export interface KeyedCheck extends CheckKey {
  readonly check: Check
}

const FIRST_GO = 2
const MOST_AT_ONCE = 64

/** The first `count` behind `after`, newest first. */
export async function listFromBlocks(
  db: Db,
  filter: CheckFilter,
  { after, count }: { readonly after: CheckKey; readonly count: number },
): Promise<readonly KeyedCheck[]> {
  const { suggest = 'pass', clause } = filter
  if (suggest !== 'pass' || clause !== undefined) return []
  const found: KeyedCheck[] = []
  let last: CheckKey | null = null
  for (let size = FIRST_GO; ; size = Math.min(size * 2, MOST_AT_ONCE)) {
    const blocks: readonly Block[] = await select(db, filter, after.at, last).limit(size).execute()
    for (const block of blocks) {
      for (const one of unpack(block)) {
        if (isBefore(one, after) && isWanted(one.check, filter)) found.push(one)
      }
    }
    found.sort((one, other) => other.at - one.at || other.n - one.n)
    const end = blocks.at(-1)
    if (end === undefined || blocks.length < size) return found.slice(0, count)
    last = { at: end.last_at, n: end.n }
    const { last_at } = end
    const settled = found.findIndex(({ at }) => at <= last_at)
    if (settled === -1 ? found.length >= count : settled >= count) return found.slice(0, count)
  }
}

/** The check of this name, when it stands in a block. */
export async function findInBlocks(db: Db, id: string): Promise<Check | null> {
  const second = /^[0-9a-f]{8}(?:-[0-9a-f]{8}){2}$/.test(id) ? Number.parseInt(id, 16) : null
  if (second === null) return null
  const [from, until] = [second * 1000, second * 1000 + 1000]
  const blocks: readonly Block[] = await select(db, { from, until }, until, null)
    .where(hasMarks(id))
    .execute()
  for (const block of blocks) {
    const found = unpack(block).find(({ check }) => check.id === id)
    if (found !== undefined) return found.check
  }
  return null
}

/** Blocks that may hold what is wanted, by their last time, behind the last that was read. */
function select(db: Db, filter: CheckFilter, latest: number, last: CheckKey | null) {
  const { appid, appids, writer, from, until = Number.MAX_SAFE_INTEGER } = filter
  const newest = Math.min(latest, until)
  let query = db
    .selectFrom('check_blocks')
    .leftJoin('shared_evidence', 'shared_evidence.key', 'check_blocks.evidence_key')
    .select(['check_blocks.n', 'appid', 'scene', 'edition', 'first_at', 'last_at', 'checks'])
    .select('shared_evidence.evidence as shared')
    .where('first_at', '<=', newest)
  if (newest < Number.MAX_SAFE_INTEGER - MOST_SPAN_MS) {
    query = query.where('last_at', '<=', newest + MOST_SPAN_MS)
  }
  if (from !== undefined) query = query.where('last_at', '>=', from)
  if (appid !== undefined) query = query.where('appid', '=', appid)
  if (appids !== undefined) query = query.where(isAmong(appids))
  if (writer !== undefined) query = query.where(hasMarks(writer))
  if (last !== null) {
    const { at, n } = last
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('last_at', 'check_blocks.n'), '<', tuple(at, n)),
    )
  }
  return query.orderBy('last_at', 'desc').orderBy('check_blocks.n', 'desc')
}

/** `placesOf` are in a filter of 2^24 bits: of 2^21 bytes. */
function hasMarks(name: string) {
  const bits = placesOf(name).map(
    (place) => sql`get_bit(marks, ${place}::bigint * octet_length(marks) >> 21) = 1`,
  )
  return sql<boolean>`(${sql.join(bits, sql` and `)})`
}

interface Block {
  readonly n: number
  readonly appid: string
  readonly scene: number
  readonly edition: string
  readonly first_at: number
  readonly last_at: number
  readonly checks: readonly PackedCheck[]
  readonly shared: Readonly<Record<string, unknown>> | null
}

function unpack(block: Block): readonly KeyedCheck[] {
  const { appid, scene, edition, shared } = block
  return block.checks.map((packed, nth) => {
    const [digits, after, writer] = packed
    const at = block.first_at + after
    const second = Math.floor(at / 1000)
      .toString(16)
      .padStart(8, '0')
    const check: Check = {
      id: `${second}-${digits.slice(0, 8)}-${digits.slice(8)}`,
      kind: 'text',
      ...{ appid, writer, scene, suggest: 'pass', label: 100, edition, at },
      evidence: { ...shared, ...Object(evidenceOf(packed)) },
      clauses: [],
      texts: null,
      hashes: null,
    }
    return { at, n: toBlockNumber(block.n, nth), check }
  })
}

function evidenceOf(packed: PackedCheck): unknown {
  return packed.length === 5
    ? unpackEvidence({ probability: packed[3], length: packed[4] })
    : packed[3]
}

function isWanted({ writer, at }: Check, filter: CheckFilter): boolean {
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = filter
  const isWriter = filter.writer === undefined || filter.writer === writer
  return isWriter && at >= from && at < until
}
