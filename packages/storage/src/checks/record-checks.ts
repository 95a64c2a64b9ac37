/**
 * Puts checks on record, as many at once as come at once: one statement and one flush of the disk.
 *
 * What found nothing goes into blocks (see `check-blocks.ts`), the rest are rows. The statement takes
 * both as JSON texts, so a record costs one `JSON.stringify` here and no escaping. The id begins with
 * the second: new ones stand side by side in the index.
 */

import { AppError } from '@fangxing/contract'
import type pg from 'pg'
import { refuseTrouble, sqlStateOf } from '../connection.ts'
import { toJson } from '../stored-text.ts'
import {
  type PackedBlock,
  type PlainPass,
  packBlock,
  sortIntoBlocks,
  toPlainPass,
} from './check-blocks.ts'
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

const ROWS = `added as (
      insert into fangxing.checks (id, kind, appid, writer, scene, suggest, label, edition,
        evidence, evidence_key, clauses, texts, texts_until, hashes, at)
      select id, kind, appid, writer, scene, suggest, label, edition,
        evidence, evidence_key, clauses, texts, texts_until, hashes, at
      from json_to_recordset($1::json) as given (id text, kind text, appid text, writer text,
        scene integer, suggest text, label integer, edition text, evidence jsonb,
        evidence_key uuid, clauses text[], texts jsonb, texts_until bigint, hashes jsonb, at bigint)
      on conflict (id) do nothing
      returning n, at, id, clauses
    )
    insert into fangxing.check_clauses (clause, at, n, check_id)
    select clause, at, n, id from added, unnest(clauses) clause`

const COLUMNS = 'appid, scene, edition, evidence_key, first_at, last_at, size, marks, checks'

/** Most writes: rows, if any, and one block, whose columns the database need not look for in JSON. */
const ONE_BLOCK = {
  name: 'record one block of checks',
  text: `
    with packed as (
      insert into fangxing.check_blocks (${COLUMNS}) values ($2, $3, $4, $5, $6, $7, $8, $9, $10)
    ), ${ROWS}`,
}

const ANYTHING = {
  name: 'record checks',
  text: `
    with shared as (
      insert into fangxing.shared_evidence (key, evidence)
      select key, evidence from jsonb_to_recordset($2::jsonb) as given (key uuid, evidence jsonb)
      on conflict do nothing
    ), packed as (
      insert into fangxing.check_blocks (${COLUMNS})
      select appid, scene, edition, evidence_key, first_at, last_at, size,
        decode(marks, 'base64'), checks
      from rows from (
        json_to_recordset($3::json) as (appid text, scene integer, edition text,
          evidence_key uuid, first_at bigint, last_at bigint, size integer, marks text),
        unnest(string_to_array($4, e'\\n')::json[])
      ) as given (${COLUMNS})
    ), ${ROWS}`,
}

interface Recorded {
  readonly id: string
  readonly units: number
  readonly shared: SharedEvidence | null
  readonly draft: CheckDraft
  /** Null: only a row will do. */
  readonly plain: PlainPass | null
}

export function openCheckRecord(pool: pg.Pool): Pick<Checks, 'record'> & {
  drained(): Promise<void>
} {
  const shelf = new EvidenceShelf()
  const group = groupCommit<Recorded>(
    {
      async write(items) {
        const missing = shelf.missing(items.map(({ shared }) => shared))
        await pool.query(toQuery(items, missing)).catch(refuseTrouble)
        shelf.areOnDisk(missing)
      },
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
    record(draft) {
      const recorded = toRecorded(draft, shelf)
      return group.add(recorded).then(() => recorded.id)
    },
    drained: () => group.drained(),
  }
}

function toQuery(items: readonly Recorded[], missing: readonly SharedEvidence[]): pg.QueryConfig {
  const { blocks, rows } = sortIntoBlocks(items)
  const packed = blocks.map(packBlock)
  const json = toJson(rows.map(toRow))
  const [first] = packed
  if (first !== undefined && packed.length === 1 && missing.length === 0) {
    return { ...ONE_BLOCK, values: [json, ...toColumns(first)] }
  }
  const heads = packed.map(({ marks, checks, ...head }) => ({
    ...head,
    marks: marks.toString('base64'),
  }))
  // Beside the heads: inside their JSON the database would read all of it twice.
  const lines = packed.map(({ checks }) => checks).join('\n')
  return { ...ANYTHING, values: [json, toSharedJson(missing), JSON.stringify(heads), lines] }
}

function toColumns(block: PackedBlock): readonly (string | number | Buffer)[] {
  const { appid, scene, edition, evidence_key, first_at, last_at, size, marks, checks } = block
  return [appid, scene, edition, evidence_key, first_at, last_at, size, marks, checks]
}

function toRecorded(draft: CheckDraft, shelf: EvidenceShelf): Recorded {
  const { id = nameCheck(draft.at), sharedEvidence, texts, keepTextsUntil } = draft
  const shared = sharedEvidence === undefined ? null : shelf.findFor(sharedEvidence)
  const units = keepTextsUntil === null ? 0 : texts.reduce((sum, { text }) => sum + text.length, 0)
  return { id, draft, shared, units, plain: toPlainPass(draft, id, shared) }
}

/** What is null or absent is left out of the JSON, and null in the row. */
function toRow({ id, draft, shared }: Recorded): object {
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

function toSharedJson(missing: readonly SharedEvidence[]): string {
  return missing.length === 0
    ? '[]'
    : toJson(missing.map(({ key, evidence }) => ({ key, evidence: JSON.parse(evidence) })))
}
