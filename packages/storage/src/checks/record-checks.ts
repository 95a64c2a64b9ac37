/**
 * Puts checks on record, as many at once as come at once: one statement and one flush of the disk.
 *
 * The statement takes all rows as one JSON text, so a record costs one `JSON.stringify` here and no
 * escaping. The id begins with the second: new ones stand side by side in the index.
 */

import { AppError } from '@fangxing/contract'
import type pg from 'pg'
import { refuseTrouble, sqlStateOf } from '../connection.ts'
import { toJson } from '../stored-text.ts'
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
/** Some seconds of the most that one database takes. */
const MOST_WAITING = 20_000

const STATEMENT = {
  name: 'record checks',
  text: `
    with shared as (
      insert into fangxing.shared_evidence (key, evidence)
      select key, evidence from jsonb_to_recordset($2::jsonb) as given (key uuid, evidence jsonb)
      on conflict do nothing
    ), added as (
      insert into fangxing.checks (id, kind, appid, writer, scene, suggest, label, edition,
        evidence, evidence_key, clauses, texts, texts_until, hashes, at)
      select id, kind, appid, writer, scene, suggest, label, edition,
        evidence, evidence_key, clauses, texts, texts_until, hashes, at
      from jsonb_to_recordset($1::jsonb) as given (id text, kind text, appid text, writer text,
        scene integer, suggest text, label integer, edition text, evidence jsonb,
        evidence_key uuid, clauses text[], texts jsonb, texts_until bigint, hashes jsonb, at bigint)
      on conflict (id) do nothing
      returning n, at, id, clauses
    )
    insert into fangxing.check_clauses (clause, at, n, check_id)
    select clause, at, n, id from added, unnest(clauses) clause`,
}

interface Recorded {
  readonly id: string
  readonly units: number
  readonly shared: SharedEvidence | null
  readonly row: object
}

export function openCheckRecord(pool: pg.Pool): Pick<Checks, 'record'> & {
  drained(): Promise<void>
} {
  const shelf = new EvidenceShelf()
  const group = groupCommit<Recorded>(
    {
      async write(items) {
        const missing = shelf.missing(items.map(({ shared }) => shared))
        const values = [toJson(items.map(({ row }) => row)), toSharedJson(missing)]
        await pool.query({ ...STATEMENT, values }).catch(refuseTrouble)
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
      mostWaiting: MOST_WAITING,
    },
  )
  return {
    async record(draft) {
      const recorded = toRecorded(draft, shelf)
      await group.add(recorded)
      return recorded.id
    },
    drained: () => group.drained(),
  }
}

/** What is null or absent is left out of the JSON, and null in the row. */
function toRecorded(draft: CheckDraft, shelf: EvidenceShelf): Recorded {
  const { id = nameCheck(draft.at), kind = 'text', clauses = [], texts, keepTextsUntil } = draft
  const kept = keepTextsUntil === null ? undefined : texts
  const { shared, ...evidence } = shareEvidence(draft, shelf)
  const row = {
    id,
    kind,
    appid: draft.appid,
    writer: draft.writer,
    scene: draft.scene,
    suggest: draft.suggest,
    label: draft.label,
    edition: draft.edition,
    ...evidence,
    clauses: clauses.length === 0 ? undefined : [...new Set(clauses)],
    texts: kept,
    texts_until: keepTextsUntil ?? undefined,
    hashes: draft.hashes ?? undefined,
    at: draft.at,
  }
  return { id, row, shared, units: kept?.reduce((sum, { text }) => sum + text.length, 0) ?? 0 }
}

function shareEvidence({ evidence, sharedEvidence }: CheckDraft, shelf: EvidenceShelf) {
  if (sharedEvidence === undefined) return { shared: null, evidence }
  const shared = shelf.find(JSON.stringify(sharedEvidence))
  if (shared === null) return { shared, evidence: { ...sharedEvidence, ...Object(evidence) } }
  return { shared, evidence, evidence_key: shared.key }
}

function toSharedJson(missing: readonly SharedEvidence[]): string {
  return missing.length === 0
    ? '[]'
    : toJson(missing.map(({ key, evidence }) => ({ key, evidence: JSON.parse(evidence) })))
}
