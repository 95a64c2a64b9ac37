/**
 * The one place where a release changes: events, state, ledger, assessment, claim, jobs, notices
 * and deliveries, in one transaction.
 *
 * Rows are locked in order of id, so two appends never wait for each other in a circle. The life is
 * folded from the stored events, and each new one is asked of `transition`: whatever the caller
 * believed, nothing unlawful is written.
 */

import { AppError } from '@fangxing/contract'
import {
  type Effect,
  fold,
  type Life,
  type Refusal,
  type ReleaseEvent,
  transition,
} from '@fangxing/release'
import { link, startOfChain } from './chain.ts'
import { endClaim, requireClaim } from './claims.ts'
import { type Db, refusedBy } from './connection.ts'
import { writeChecked } from './contact/contact-codes.ts'
import { derivedColumns } from './derived-columns.ts'
import { readHistories } from './history.ts'
import { handInMedia } from './intake/media.ts'
import type { TransactionalJobs } from './jobs.ts'
import { writeOutbox } from './outbox/write-outbox.ts'
import { record } from './projections.ts'
import type { Append, StoredEvent } from './releases.types.ts'
import { toJson } from './stored-text.ts'

export interface Changed {
  readonly releaseId: string
  readonly life: Life
  readonly effects: readonly Effect[]
}

export async function appendAll(
  db: Db,
  jobs: TransactionalJobs,
  appends: readonly Append[],
): Promise<readonly Changed[]> {
  const wanted = appends.flatMap((append) => append.jobs ?? [])
  await jobs.prepare(wanted)
  try {
    return await db.transaction().execute(async (transaction) => {
      await lockReleases(transaction, appends)
      const changed = []
      for (const append of appends) changed.push(await appendOne(transaction, append))
      for (const job of wanted) await jobs.sendWithin(transaction, job)
      return changed
    })
  } catch (error) {
    throw explained(error)
  }
}

async function lockReleases(db: Db, appends: readonly Append[]): Promise<void> {
  const witnesses = appends.flatMap(({ unchanged }) => unchanged ?? [])
  const ids = [...appends, ...witnesses].map(({ releaseId }) => releaseId)
  const rows = await db
    .selectFrom('releases')
    .select(['id', 'event_count'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new AppError('RELEASE_NOT_FOUND', { releaseId: missing })
  for (const { releaseId, expectedSeq } of witnesses) {
    const seq = rows.find(({ id }) => id === releaseId)?.event_count ?? 0
    if (seq !== expectedSeq)
      throw new AppError('CONCURRENT_CHANGE', { releaseId, expectedSeq, seq })
  }
}

async function appendOne(db: Db, append: Append): Promise<Changed> {
  const { releaseId, expectedSeq, claim, assessment } = append
  const history = (await readHistories(db, [releaseId])).get(releaseId) ?? []
  if (history.length !== expectedSeq) {
    throw new AppError('CONCURRENT_CHANGE', { releaseId, expectedSeq, seq: history.length })
  }
  if (claim) await requireClaim(db, releaseId, claim)

  const before = fold(history.map(({ event }) => event))
  const { stored, life, effects } = follow(releaseId, before, history.at(-1), append.events)
  await insertEvents(db, stored)
  await record(db, releaseId, life, append.events, effects, assessment)
  if (append.contactCode) await writeChecked(db, append.contactCode)
  if (append.media) await handInMedia(db, append.media)
  await writeOutbox(db, { appid: life.appid, releaseId }, append)
  await db
    .updateTable('releases')
    .set(derivedColumns(life, stored.at(-1)?.hash ?? ''))
    .where('id', '=', releaseId)
    .execute()
  if (claim || life.state !== before?.state) await endClaim(db, releaseId)
  return { releaseId, life, effects }
}

/** The new links of the chain, and where they lead. Throws what `transition` refuses. */
export function follow(
  releaseId: string,
  from: Life | null,
  last: Pick<StoredEvent, 'seq' | 'hash'> | undefined,
  events: readonly ReleaseEvent[],
) {
  const stored: StoredEvent[] = []
  const effects: Effect[] = []
  let life = from
  let { seq, hash } = last ?? { seq: -1, hash: startOfChain(releaseId) }
  for (const event of events) {
    const step = transition(life, event)
    if (!step.ok) throw refused(releaseId, life, event, step)
    life = step.life
    effects.push(...step.effects)
    seq += 1
    const next = link(releaseId, seq, event, life.state, hash)
    hash = next.hash
    stored.push(next)
  }
  if (life === null || stored.length === 0) throw new Error('an append without events')
  return { stored, life, effects }
}

export async function insertEvents(db: Db, stored: readonly StoredEvent[]): Promise<void> {
  await db
    .insertInto('release_events')
    .values(
      stored.map(({ releaseId, seq, event, state, previousHash, hash }) => ({
        release_id: releaseId,
        seq,
        event: toJson(event),
        state,
        previous_hash: previousHash,
        hash,
      })),
    )
    .execute()
}

function refused(releaseId: string, life: Life | null, event: ReleaseEvent, refusal: Refusal) {
  const { code, allowed, because } = refusal
  const state = life?.state
  const details = { releaseId, event: event.kind, state, allowed }
  return new AppError(code, { ...details, becauseZh: because.zh, becauseEn: because.en })
}

/** What the constraints say in the words of the contract. */
function explained(error: unknown): unknown {
  const constraint = refusedBy(error)
  const options = { cause: error }
  if (constraint === 'one_release_in_review') return new AppError('ALREADY_IN_REVIEW', {}, options)
  if (constraint === 'one_release_launched') return new AppError('CONCURRENT_CHANGE', {}, options)
  return error
}
