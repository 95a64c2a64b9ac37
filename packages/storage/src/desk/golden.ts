/**
 * Tasks with a known answer: kept as they were when they were chosen, and handed out one person at
 * a time as items that look like any other.
 */

import { AppError, type Label } from '@fangxing/contract'
import { sql } from 'kysely'
import type { CheckedKind } from '../checks/checks.types.ts'
import { nameCheck } from '../checks/name-check.ts'
import { type Db, refusedBy } from '../connection.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { Desk, DeskItem, DeskKind, GoldenContent, GoldenTask } from './desk.types.ts'

/** As old as something that has waited for a while. */
const MOST_AGE_MS = 30 * 60 * 1000

type GoldenPart = Pick<
  Desk,
  'addGolden' | 'findGolden' | 'listGolden' | 'retireGolden' | 'openGolden'
>

export function createGolden(db: Db): GoldenPart {
  return {
    addGolden: (draft, addedBy) => add(db, draft, addedBy),

    async findGolden(id) {
      const row = await select(db).where('id', '=', id).executeTakeFirst()
      return row ? toTask(row) : null
    },

    listGolden: async () => (await select(db).orderBy('n', 'desc').execute()).map(toTask),

    async retireGolden(id, at) {
      const retired = await db
        .updateTable('golden_tasks')
        .set({ retired_at: at })
        .where('id', '=', id)
        .where('retired_at', 'is', null)
        .executeTakeFirst()
      return retired.numUpdatedRows > 0n
    },

    openGolden: (kinds, userId, now, lastsMs) => open(db, kinds, userId, now, lastsMs),
  }
}

function select(db: Db) {
  return db.selectFrom('golden_tasks').selectAll()
}

async function add(
  db: Db,
  draft: Omit<GoldenTask, 'id' | 'isRetired'>,
  addedBy: string,
): Promise<GoldenTask> {
  const { checkId, kind, appid, writer, scene, label, content, verdict, rightLabel } = draft
  try {
    const row = await db
      .insertInto('golden_tasks')
      .values({
        ...{ id: randomHex(8), check_id: checkId, kind, appid, writer, scene, label, verdict },
        ...{ content: toJson(content), right_label: rightLabel },
        ...{ added_by: addedBy, added_at: draft.addedAt },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return toTask(row)
  } catch (error) {
    if (refusedBy(error) !== 'golden_tasks_check_id_key') throw error
    throw new AppError('EVENT_NOT_ALLOWED', { checkId, allowed: [] }, { cause: error })
  }
}

/** In an order of one's own, so that two who talk do not meet the same task in the same hour. */
async function open(
  db: Db,
  kinds: readonly DeskKind[],
  userId: string,
  now: number,
  lastsMs: number,
): Promise<Awaited<ReturnType<Desk['openGolden']>>> {
  if (kinds.length === 0) return null
  const task = await select(db)
    .where('retired_at', 'is', null)
    .where(sql<boolean>`kind = any(${[...kinds]}::text[])`)
    .where(sql<boolean>`not exists (select from fangxing.looks l
      where l.subject = golden_tasks.id and l.claimed_by = ${userId})`)
    .where(sql<boolean>`not exists (select from fangxing.votes o
      where o.subject = golden_tasks.check_id and o.user_id = ${userId})`)
    .orderBy(sql`md5(id || ${userId})`)
    .limit(1)
    .executeTakeFirst()
  if (task === undefined) return null
  const { kind, appid, writer, scene, label } = task
  const opened_at = now - ageOf(task.id)
  const id = nameCheck(opened_at)
  const claim_until = now + lastsMs
  await db
    .insertInto('looks')
    .values({
      ...{ id, purpose: 'golden', subject: task.id, kind, appid, writer, scene, label },
      ...{ opened_at, claimed_by: userId, fence: 1, claim_until },
    })
    .execute()
  const item: DeskItem = {
    ...{ id, kind, appid, writer, scene, label, openedAt: opened_at },
    ...{ isExpedited: false, claim: null, mark: null },
  }
  return { ...item, granted: { fence: 1, expiresAt: claim_until } }
}

/** The id is random already. */
function ageOf(id: string): number {
  return Number.parseInt(id.slice(0, 6), 16) % MOST_AGE_MS
}

interface Row {
  readonly id: string
  readonly check_id: string
  readonly kind: CheckedKind
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly label: Label
  readonly content: GoldenContent
  readonly verdict: 'pass' | 'risky'
  readonly right_label: Label
  readonly added_at: number
  readonly retired_at: number | null
}

function toTask(row: Row): GoldenTask {
  const { id, kind, appid, writer, scene, label, content, verdict } = row
  return {
    ...{ id, kind, appid, writer, scene, label, content, verdict },
    checkId: row.check_id,
    rightLabel: row.right_label,
    addedAt: row.added_at,
    isRetired: row.retired_at !== null,
  }
}
