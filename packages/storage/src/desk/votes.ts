/** What people thought, for the quality page; and how appeals against their rejections ended. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { AppealAnswer, Desk, VoteRow } from './desk.types.ts'

/** More than a team decides in a season; the page says when it is a part. */
const MOST_OPINIONS = 20_000

export function createVotes(db: Db): Pick<Desk, 'votes' | 'countVotes' | 'appealAnswers'> {
  return {
    votes: (filter) => readVotes(db, filter),

    async countVotes(userId) {
      const { count } = await db
        .selectFrom('votes')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow()
      return count
    },

    appealAnswers: (from, until) => readAppealAnswers(db, from, until),
  }
}

async function readVotes(
  db: Db,
  { from, until, userId }: Parameters<Desk['votes']>[0],
): Promise<readonly VoteRow[]> {
  let query = db
    .selectFrom('votes')
    .innerJoin('users', 'users.id', 'votes.user_id')
    .leftJoin('golden_tasks', 'golden_tasks.id', 'votes.subject')
    .selectAll('votes')
    .select(['users.name as user_name', 'golden_tasks.right_label'])
    .select('golden_tasks.verdict as right_verdict')
    .where('votes.at', '>=', from)
    .where('votes.at', '<', until)
  if (userId !== undefined) query = query.where('votes.user_id', '=', userId)
  const rows = await query
    .orderBy('votes.at', 'desc')
    .orderBy('votes.n', 'desc')
    .limit(MOST_OPINIONS)
    .execute()
  return rows.map(
    ({ item_id, user_id, user_name, spent_ms, right_verdict, right_label, ...row }) => ({
      ...row,
      ...{ itemId: item_id, userId: user_id, userName: user_name, spentMs: spent_ms },
      right:
        right_verdict === null || right_label === null
          ? null
          : { verdict: right_verdict, label: right_label },
    }),
  )
}

/** The last rejection by a person before each answer to an appeal. */
async function readAppealAnswers(
  db: Db,
  from: number,
  until: number,
): Promise<readonly AppealAnswer[]> {
  const { rows } = await sql<{ kind: string; at: number; user_id: string; user_name: string }>`
    select a.kind, a.at, r.event -> 'actor' ->> 'id' as user_id,
      r.event -> 'actor' ->> 'name' as user_name
    from fangxing.release_events a
    join lateral (
      select event from fangxing.release_events r
      where r.release_id = a.release_id and r.seq < a.seq and r.kind = 'reviewerRejected'
      order by r.seq desc limit 1
    ) r on true
    where a.kind in ('appealDismissed', 'rejectionReversed') and a.at >= ${from} and a.at < ${until}
    order by a.at desc`.execute(db)
  return rows.map(({ kind, at, user_id, user_name }) => ({
    ...{ userId: user_id, userName: user_name, at },
    isOverturned: kind === 'rejectionReversed',
  }))
}
