/**
 * Puts checks on record, as many at once as come at once: one statement and one flush of the disk.
 *
 * What found nothing goes into blocks (see `check-blocks.ts`), the rest are rows. Most writes are one
 * block and a few rows: their columns are parameters of the statement. More go as JSON texts, which the
 * database has to take apart. The id begins with the second: new ones stand side by side in the index.
 */

import { AppError } from '@fangxing/contract'
import type pg from 'pg'
import { refuseTrouble, sqlStateOf } from '../connection.ts'
import { toJson, toStored } from '../stored-text.ts'
import {
  type PackedBlock,
  type PlainPass,
  packBlock,
  sortIntoBlocks,
  toPlainPass,
} from './check-blocks.ts'
import {
  ANYTHING,
  type CheckRow,
  findStatement,
  MOST_GIVEN_ROWS,
  ROW_COLUMNS,
} from './check-statements.ts'
import type { CheckDraft, Checks } from './checks.types.ts'
import { groupCommit } from './group-commit.ts'
import { nameCheck } from './name-check.ts'
import { EvidenceShelf, type SharedEvidence } from './shared-evidence.ts'

/** Above this, one statement only takes longer and the answers wait for it. */
const MOST_ROWS = 256
/** UTF-16 units of content, so that long texts do not add up to a statement of hundreds of MB. */
const MOST_UNITS = 4 * 1024 * 1024
/** While one batch is flushed to disk, the next is taken in. */
const LANES = 2
/** A write costs as much as forty of its checks: a second one at once must be worth it. */
const LEAST_BESIDE = 64
/** Far less than an answer may take, and at thousands of checks a second dozens of them. */
const GATHER_MS = 2
/** Some seconds of the most that one database takes. */
const MOST_WAITING = 20_000

interface Recorded {
  readonly id: string
  readonly units: number
  readonly shared: SharedEvidence | null
  readonly draft: CheckDraft
  /** Null: only a row will do. */
  readonly plain: PlainPass | null
}

/** Told of each check once it is on disk. */
export interface CheckCounter {
  count(draft: CheckDraft): void
}

export function openCheckRecord(
  pool: pg.Pool,
  counter: CheckCounter,
): Pick<Checks, 'record'> & { drained(): Promise<void> } {
  const shelf = new EvidenceShelf()
  const group = groupCommit<Recorded, string>(
    {
      async write(items) {
        const missing = shelf.missing(items.map(({ shared }) => shared))
        await pool.query(toQuery(items, missing)).catch(refuseTrouble)
        shelf.areOnDisk(missing)
        for (const { draft } of items) counter.count(draft)
      },
      resultOf: ({ id }) => id,
      isRefusal: (error) => sqlStateOf(error) !== null,
      refuseMore: () => new AppError('STORAGE_UNAVAILABLE', { waiting: MOST_WAITING }),
    },
    {
      mostItems: MOST_ROWS,
      mostWeight: MOST_UNITS,
      weigh: ({ units }) => units,
      lanes: LANES,
      leastBeside: LEAST_BESIDE,
      gatherMs: GATHER_MS,
      mostWaiting: MOST_WAITING,
    },
  )
  return {
    record: (draft) => group.add(toRecorded(draft, shelf)),
    drained: () => group.drained(),
  }
}

function toQuery(items: readonly Recorded[], missing: readonly SharedEvidence[]): pg.QueryConfig {
  const { blocks, rows } = sortIntoBlocks(items)
  const packed = blocks.map(packBlock)
  if (packed.length <= 1 && rows.length <= MOST_GIVEN_ROWS && missing.length === 0) {
    const values = [...packed.flatMap(toColumns), ...rows.flatMap((row) => toValues(toRow(row)))]
    return { ...findStatement(packed.length > 0, rows.length), values }
  }
  const heads = packed.map(({ marks, checks, ...head }) => ({
    ...head,
    marks: marks.toString('base64'),
  }))
  // Beside the heads: inside their JSON the database would read all of it twice.
  const lines = packed.map(({ checks }) => checks).join('\n')
  const values = [toJson(rows.map(toRow)), toSharedJson(missing), JSON.stringify(heads), lines]
  return { ...ANYTHING, values }
}

function toColumns(block: PackedBlock): readonly (string | number | Buffer)[] {
  const { appid, scene, edition, evidence_key, first_at, last_at, size, marks, checks } = block
  return [appid, scene, edition, evidence_key, first_at, last_at, size, marks, checks]
}

function toRecorded(draft: CheckDraft, shelf: EvidenceShelf): Recorded {
  const { id = nameCheck(draft.at), texts, keepTextsUntil } = draft
  const shared = findShared(draft, shelf)
  const units = keepTextsUntil === null ? 0 : texts.reduce((sum, { text }) => sum + text.length, 0)
  return { id, draft, shared, units, plain: toPlainPass(draft, id, shared) }
}

/** Without clauses it is mostly the very same object as before; with some it is made anew each time. */
function findShared(
  { sharedEvidence, clauses = [] }: CheckDraft,
  shelf: EvidenceShelf,
): SharedEvidence | null {
  if (sharedEvidence === undefined) return null
  return clauses.length === 0
    ? shelf.findFor(sharedEvidence)
    : shelf.find(JSON.stringify(sharedEvidence))
}

/** What is absent is null in the row. */
function toRow({ id, draft, shared }: Recorded): CheckRow {
  const { kind = 'text', clauses = [], evidence, sharedEvidence } = draft
  return {
    id,
    kind,
    appid: draft.appid,
    writer: draft.writer,
    scene: draft.scene,
    suggest: draft.suggest,
    label: draft.label,
    edition: draft.edition,
    evidence:
      shared === null && sharedEvidence !== undefined
        ? { ...sharedEvidence, ...Object(evidence) }
        : evidence,
    evidence_key: shared?.key,
    clauses: clauses.length === 0 ? undefined : [...new Set(clauses)],
    texts: draft.keepTextsUntil === null ? undefined : draft.texts,
    texts_until: draft.keepTextsUntil ?? undefined,
    hashes: draft.hashes ?? undefined,
    at: draft.at,
  }
}

/** Of one row, as parameters. */
function toValues(row: CheckRow): readonly unknown[] {
  return ROW_COLUMNS.map(([name, type]) => {
    const value = row[name]
    if (value === undefined || value === null) return null
    if (type === 'jsonb') return toJson(value)
    return typeof value === 'string' ? toStored(value) : value
  })
}

function toSharedJson(missing: readonly SharedEvidence[]): string {
  return missing.length === 0
    ? '[]'
    : toJson(missing.map(({ key, evidence }) => ({ key, evidence: JSON.parse(evidence) })))
}
