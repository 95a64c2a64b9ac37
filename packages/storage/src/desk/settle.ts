/**
 * What becomes of what somebody thinks of a check: it counts, it waits for a second look, it is
 * compared with the first, or it ends the matter as a lead's.
 *
 * Vote, decision, the next look and what the app is told are one transaction. Who may not look
 * again is a constraint of `votes`, so no route can forget it.
 */

import { AppError } from '@fangxing/contract'
import { decideWithin, isWaiting } from '../cases/cases.ts'
import type { CaseDecision } from '../cases/cases.types.ts'
import { nameCheck } from '../checks/name-check.ts'
import { type Db, refusedBy } from '../connection.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import type { ClaimProof } from '../releases.types.ts'
import { subjectOf } from './claim-item.ts'
import type { LookPurpose, Settled, Settling, Vote, VotePurpose } from './desk.types.ts'

export function settle(db: Db, settling: Settling): Promise<Settled> {
  return db
    .transaction()
    .execute((transaction) => settleWithin(transaction, settling))
    .catch((error) => {
      if (refusedBy(error) !== 'another_person') throw error
      throw new AppError('SECOND_PERSON_NEEDED', { item: settling.itemId }, { cause: error })
    })
}

async function settleWithin(db: Db, settling: Settling): Promise<Settled> {
  const subject = await subjectOf(db, settling.itemId)
  switch (subject?.kind) {
    case 'case':
      return settleFirst(db, settling)
    case 'look':
      return settleLook(db, settling, subject)
    default:
      throw new AppError('CASE_NOT_FOUND', { item: settling.itemId })
  }
}

async function settleFirst(db: Db, settling: Settling): Promise<Settled> {
  const { itemId, proof, decision, second, tell } = settling
  const { kind } = await lockCase(db, itemId)
  if (second === 'before') await holdBack(db, itemId, proof)
  else await decideWithin(db, itemId, proof, decision, () => tell(decision))
  await writeVote(db, settling, { purpose: 'first', subject: itemId, kind })
  if (second !== 'none') await openLook(db, itemId, 'second', proof.userId, decision.at)
  return { outcome: second === 'before' ? 'awaitsSecond' : 'counts' }
}

/** Nothing counts and nobody hears until the second look. */
async function holdBack(db: Db, checkId: string, { userId, fence, now }: ClaimProof) {
  const found = await lockCase(db, checkId)
  if (found.verdict !== null) {
    throw new AppError('EVENT_NOT_ALLOWED', { state: found.verdict, allowed: [] })
  }
  const isHeld = found.claimed_by === userId && found.fence === fence && found.claim_until > now
  if (!isHeld || found.awaits_second) throw new AppError('STALE_FENCE', { checkId, fence })
  await db
    .updateTable('cases')
    .set({ awaits_second: true, claim_until: 0 })
    .where('check_id', '=', checkId)
    .execute()
}

async function lockCase(db: Db, checkId: string) {
  const found = await db
    .selectFrom('cases')
    .selectAll()
    .where('check_id', '=', checkId)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new AppError('CASE_NOT_FOUND', { checkId })
  return found
}

async function settleLook(
  db: Db,
  settling: Settling,
  { purpose, subject }: { readonly purpose: LookPurpose; readonly subject: string },
): Promise<Settled> {
  const { itemId, proof, decision } = settling
  const look = await db
    .selectFrom('looks')
    .selectAll()
    .where('id', '=', itemId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (look.closed_at !== null) throw new AppError('EVENT_NOT_ALLOWED', { allowed: [] })
  const isHeld = look.claimed_by === proof.userId && look.fence === proof.fence
  if (!isHeld || look.claim_until <= proof.now) {
    throw new AppError('STALE_FENCE', { item: itemId, fence: proof.fence })
  }
  await writeVote(db, settling, { purpose, subject, kind: look.kind })
  await db.updateTable('looks').set({ closed_at: decision.at }).where('id', '=', itemId).execute()
  if (purpose === 'golden') return { outcome: 'golden' }
  return purpose === 'second' ? compare(db, settling, subject) : end(db, settling, subject)
}

/** Both see the same: the first counts. Else a lead, who is a third person, looks. */
async function compare(db: Db, settling: Settling, checkId: string): Promise<Settled> {
  const { decision, proof, tell } = settling
  const first = await readFirst(db, checkId)
  const isSame = first.verdict === decision.verdict && first.label === decision.label
  if (!isSame) {
    await openLook(db, checkId, 'lead', proof.userId, decision.at)
    return { outcome: 'disagreed' }
  }
  if (await isWaiting(db, checkId)) await counts(db, checkId, first, tell)
  return { outcome: 'agreed' }
}

/** What a lead says stands; where something else counted already, it is told anew. */
async function end(db: Db, settling: Settling, checkId: string): Promise<Settled> {
  const { decision, tell } = settling
  if (await isWaiting(db, checkId)) {
    await counts(db, checkId, decision, tell)
    return { outcome: 'counts' }
  }
  const first = await readFirst(db, checkId)
  if (first.verdict === decision.verdict && first.label === decision.label) {
    return { outcome: 'agreed' }
  }
  const { verdict, label, note, by, at } = decision
  const { appid } = await lockCase(db, checkId)
  await db
    .insertInto('corrections')
    .values({ check_id: checkId, verdict, label, note, by, at })
    .execute()
  await writeOutbox(db, { appid }, tell(decision))
  return { outcome: 'corrected' }
}

async function counts(db: Db, checkId: string, decision: CaseDecision, tell: Settling['tell']) {
  const { verdict, label, note, by, at } = decision
  const { appid } = await lockCase(db, checkId)
  await db
    .updateTable('cases')
    .set({ verdict, final_label: label, note, decided_by: by, decided_at: at })
    .where('check_id', '=', checkId)
    .execute()
  await writeOutbox(db, { appid }, tell(decision))
}

/** Under the name of who made it. */
async function readFirst(db: Db, checkId: string): Promise<CaseDecision> {
  const { verdict, label, note, name, at } = await db
    .selectFrom('votes')
    .innerJoin('users', 'users.id', 'votes.user_id')
    .select(['verdict', 'label', 'note', 'users.name', 'at'])
    .where('subject', '=', checkId)
    .where('purpose', '=', 'first')
    .executeTakeFirstOrThrow()
  return { verdict, label, note, by: name, at }
}

type About = Pick<Vote, 'purpose' | 'subject' | 'kind'> & { readonly purpose: VotePurpose }

async function writeVote(db: Db, settling: Settling, { purpose, subject, kind }: About) {
  const { itemId, proof, decision, clauses, spentMs } = settling
  const { verdict, label, note, at } = decision
  await db
    .insertInto('votes')
    .values({
      ...{ item_id: itemId, purpose, subject, kind, verdict, label, note, at },
      ...{ user_id: proof.userId, clauses, spent_ms: spentMs },
    })
    .execute()
}

/** Not for who has voted; under a name that looks like any check's of that time. */
async function openLook(
  db: Db,
  checkId: string,
  purpose: Exclude<LookPurpose, 'golden'>,
  userId: string,
  at: number,
): Promise<void> {
  const { kind, appid, writer, scene, label, opened_at } = await lockCase(db, checkId)
  const before = await db
    .selectFrom('votes')
    .select('user_id')
    .where('subject', '=', checkId)
    .execute()
  const not_by = [...new Set([userId, ...before.map(({ user_id }) => user_id)])]
  await db
    .insertInto('looks')
    .values({
      ...{ id: nameCheck(opened_at), purpose, subject: checkId, not_by, opened_at },
      ...{ kind, appid, writer, scene, label },
    })
    .execute()
  // Marks of the first look do not hide the next one.
  await db.deleteFrom('desk_marks').where('item_id', '=', checkId).where('at', '<=', at).execute()
}
