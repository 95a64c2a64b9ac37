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
    with added as (
      insert into fangxing.checks (id, kind, appid, writer, scene, suggest, label, edition,
        evidence, clauses, texts, texts_until, hashes, at)
      select id, kind, appid, writer, scene, suggest, label, edition,
        evidence, clauses, texts, texts_until, hashes, at
      from jsonb_to_recordset($1::jsonb) as given (id text, kind text, appid text, writer text,
        scene integer, suggest text, label integer, edition text, evidence jsonb, clauses text[],
        texts jsonb, texts_until bigint, hashes jsonb, at bigint)
      returning n, at, id, clauses
    )
    insert into fangxing.check_clauses (clause, at, n, check_id)
    select clause, at, n, id from added, unnest(clauses) clause`,
}

interface Recorded {
  readonly id: string
  readonly units: number
  readonly row: object
}

export function openCheckRecord(pool: pg.Pool): Pick<Checks, 'record'> & {
  drained(): Promise<void>
} {
  const group = groupCommit<Recorded>(
    {
      async write(items) {
        const values = [toJson(items.map(({ row }) => row))]
        await pool.query({ ...STATEMENT, values }).catch(refuseTrouble)
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
      const recorded = toRecorded(draft)
      await group.add(recorded)
      return recorded.id
    },
    drained: () => group.drained(),
  }
}

/** What is null or absent is left out of the JSON, and null in the row. */
function toRecorded(draft: CheckDraft): Recorded {
  const { id = nameCheck(draft.at), kind = 'text', clauses = [], texts, keepTextsUntil } = draft
  const kept = keepTextsUntil === null ? undefined : texts
  const row = {
    id,
    kind,
    appid: draft.appid,
    writer: draft.writer,
    scene: draft.scene,
    suggest: draft.suggest,
    label: draft.label,
    edition: draft.edition,
    evidence: draft.evidence,
    clauses: clauses.length === 0 ? undefined : [...new Set(clauses)],
    texts: kept,
    texts_until: keepTextsUntil ?? undefined,
    hashes: draft.hashes ?? undefined,
    at: draft.at,
  }
  return { id, row, units: kept?.reduce((sum, { text }) => sum + text.length, 0) ?? 0 }
}
