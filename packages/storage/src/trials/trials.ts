/** The queries behind `Trials`. */

import { AppError } from '@fangxing/contract'
import { type Selectable, sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { Trial, TrialDifference, TrialNotes, Trials } from './trials.types.ts'

/** Nobody reads more; the counts go on. */
const MOST_DIFFERENCES = 10_000

type Row = Selectable<Database['trials']>

export function createTrials(db: Db): Trials {
  const tell = (row: Row | undefined) => (row === undefined ? null : withCounts(db, row))
  const select = () => db.selectFrom('trials').selectAll()
  return {
    start: (trial) => start(db, trial),

    find: async (id) => tell(await select().where('id', '=', id).executeTakeFirst()),
    running: async () => tell(await select().where('ended_at', 'is', null).executeTakeFirst()),

    async list(request = {}) {
      const { before, limit } = windowOf(request)
      const query = select().where('n', '<', before).orderBy('n', 'desc')
      const page = pageOf(await query.limit(limit + 1).execute(), limit, (row) => row)
      const items = await Promise.all(page.items.map((row) => withCounts(db, row)))
      return { items, nextCursor: page.nextCursor }
    },

    note: (id, notes) => note(db, id, notes),

    async end(id, { by, at, published }) {
      const row = await db
        .updateTable('trials')
        .set({ ended_by: by, ended_at: at, published })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      return tell(row)
    },

    ...createDifferences(db),
  }
}

async function start(
  db: Db,
  { candidate, note, startedBy, startedAt }: Parameters<Trials['start']>[0],
): Promise<Trial> {
  const row = { id: randomHex(8), note, started_by: startedBy, started_at: startedAt }
  try {
    const made = await db
      .insertInto('trials')
      .values({ ...row, candidate: toJson(candidate), published: false })
      .returningAll()
      .executeTakeFirstOrThrow()
    return await withCounts(db, made)
  } catch (error) {
    if (refusedBy(error) !== 'one_trial_runs') throw error
    throw new AppError('TRIAL_RUNS', {}, { cause: error })
  }
}

function createDifferences(db: Db): Pick<Trials, 'differences' | 'forgetTexts'> {
  return {
    async differences(id, request = {}) {
      const { before, limit } = windowOf(request)
      const rows = await db
        .selectFrom('trial_differences')
        .selectAll()
        .where('trial_id', '=', id)
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toDifference)
    },

    async forgetTexts(now) {
      const forgotten = await db
        .updateTable('trial_differences')
        .set({ texts: null, texts_until: null })
        .where('texts_until', '<=', now)
        .executeTakeFirst()
      return Number(forgotten.numUpdatedRows)
    },
  }
}

async function note(db: Db, id: string, { counts, differences }: TrialNotes): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const open = await transaction
      .selectFrom('trials')
      .select('id')
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .forShare()
      .executeTakeFirst()
    if (open === undefined) return
    if (counts.length > 0) {
      await transaction
        .insertInto('trial_counts')
        .values(counts.map((one) => ({ trial_id: id, ...one })))
        .onConflict((conflict) =>
          conflict
            .columns(['trial_id', 'live', 'tried'])
            .doUpdateSet({ count: sql`trial_counts.count + excluded.count` }),
        )
        .execute()
    }
    if (differences.length > 0) await keep(transaction, id, differences)
  })
}

async function keep(db: Db, id: string, differences: readonly TrialDifference[]): Promise<void> {
  const rows = differences.map((one) => ({
    trial_id: id,
    check_id: one.checkId,
    appid: one.appid,
    scene: one.scene,
    at: one.at,
    live: one.live,
    live_label: one.liveLabel,
    tried: one.tried,
    tried_label: one.triedLabel,
    texts: one.texts === null ? null : toJson(one.texts),
    texts_until: one.textsUntil,
  }))
  await db
    .insertInto('trial_differences')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['trial_id', 'check_id']).doNothing())
    .execute()
  const kept = db
    .selectFrom('trial_differences')
    .select('n')
    .where('trial_id', '=', id)
    .orderBy('n', 'desc')
    .offset(MOST_DIFFERENCES)
    .limit(1)
  await db
    .deleteFrom('trial_differences')
    .where('trial_id', '=', id)
    .where('n', '<=', kept)
    .execute()
}

async function withCounts(db: Db, row: Row): Promise<Trial> {
  const counts = await db
    .selectFrom('trial_counts')
    .select(['live', 'tried', 'count'])
    .where('trial_id', '=', row.id)
    .orderBy('live')
    .orderBy('tried')
    .execute()
  const { id, candidate, note: words, published } = row
  return {
    id,
    candidate,
    note: words,
    startedBy: row.started_by,
    startedAt: row.started_at,
    endedBy: row.ended_by,
    endedAt: row.ended_at,
    published,
    counts,
  }
}

function toDifference(row: Selectable<Database['trial_differences']>): TrialDifference {
  const { check_id, appid, scene, at, live, live_label, tried, tried_label } = row
  return {
    checkId: check_id,
    appid,
    scene,
    at,
    live,
    liveLabel: live_label,
    tried,
    triedLabel: tried_label,
    texts: row.texts,
    textsUntil: row.texts_until,
  }
}
