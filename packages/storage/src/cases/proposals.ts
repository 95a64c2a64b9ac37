/**
 * What decisions would teach the lists, and the second person's answer: the queries behind
 * `Proposals`.
 *
 * Agreeing publishes the edition in the same transaction. That it was another person is a
 * constraint of the table.
 */

import { AppError } from '@fangxing/contract'
import type { Selectable } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import { createKnownPictures } from '../known-pictures/known-pictures.ts'
import type { Publication, TermEdition, TermListChange } from '../lexicon/lexicon.types.ts'
import { publishWithin } from '../lexicon/publish.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type {
  PictureChange,
  Proposal,
  ProposalDraft,
  ProposalFilter,
  Proposals,
} from './cases.types.ts'
import type { CaseTables } from './tables.ts'

/** The bank of what people have settled, among those that were imported. */
const REVIEWED = 'reviewed'

export function createProposals(db: Db): Proposals {
  return {
    add: (draft) => add(db, draft),
    find: (id) => find(db, id),
    list: (filter = {}) => list(db, filter),

    agree: (id, userId, change, publication) =>
      db
        .transaction()
        .execute((transaction) => agree(transaction, id, userId, change, publication)),

    agreeToPicture: (id, userId, picture, about) =>
      db
        .transaction()
        .execute((transaction) => agreeToPicture(transaction, id, userId, picture, about)),

    refuse: (id, userId, now) => answer(db, id, { userId, now, kind: 'refused' }),
  }
}

function selectProposals(db: Db) {
  return db
    .selectFrom('proposals')
    .innerJoin('users as proposer', 'proposer.id', 'proposals.proposed_by')
    .leftJoin('users as second', 'second.id', 'proposals.answered_by')
    .selectAll('proposals')
    .select(['proposer.name as proposer_name', 'second.name as second_name'])
}

type Row = Selectable<CaseTables['proposals']> & {
  readonly proposer_name: string
  readonly second_name: string | null
}

async function add(db: Db, draft: ProposalDraft): Promise<Proposal> {
  const id = randomHex(10)
  try {
    await db
      .insertInto('proposals')
      .values({
        id,
        check_id: draft.checkId,
        change: toJson(draft.change),
        proposed_by: draft.proposedBy,
        proposed_at: draft.proposedAt,
      })
      .execute()
  } catch (error) {
    if (refusedBy(error) !== 'proposals_check_id_fkey') throw error
    throw new AppError('CASE_NOT_FOUND', { checkId: draft.checkId }, { cause: error })
  }
  return toProposal(
    await selectProposals(db).where('proposals.id', '=', id).executeTakeFirstOrThrow(),
  )
}

async function find(db: Db, id: string): Promise<Proposal | null> {
  const row = await selectProposals(db).where('proposals.id', '=', id).executeTakeFirst()
  return row ? toProposal(row) : null
}

async function list(db: Db, { checkId, open, ...page }: ProposalFilter) {
  const { before, limit } = windowOf(page)
  let query = selectProposals(db).where('n', '<', before)
  if (checkId !== undefined) query = query.where('check_id', '=', checkId)
  if (open !== undefined) query = query.where('answer', open ? 'is' : 'is not', null)
  const rows = await query
    .orderBy('n', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, toProposal)
}

async function agree(
  db: Db,
  id: string,
  userId: string,
  change: TermListChange,
  publication: Publication,
): Promise<TermEdition | null> {
  await answer(db, id, { userId, now: publication.at, kind: 'agreed' })
  const published = await publishWithin(db, change, publication)
  if (published.kind === 'overtaken') throw new AppError('CONCURRENT_CHANGE', { proposal: id })
  const edition = published.kind === 'published' ? published.edition : null
  await db
    .updateTable('proposals')
    .set({ edition: edition?.number ?? null })
    .where('id', '=', id)
    .execute()
  return edition
}

async function agreeToPicture(
  db: Db,
  id: string,
  userId: string,
  { kind, bits, variants = [], label }: PictureChange,
  { by, at }: Pick<Publication, 'by' | 'at'>,
): Promise<void> {
  await answer(db, id, { userId, now: at, kind: 'agreed' })
  const known = {
    ...{ bank: REVIEWED, label: String(label) },
    kind: kind === 'denyPicture' ? 'deny' : 'allow',
  } as const
  const all = [bits, ...variants].map((one) => ({ ...known, bits: one }))
  await createKnownPictures(db).add(all, by, at)
}

interface Answer {
  readonly userId: string
  readonly now: number
  readonly kind: 'agreed' | 'refused'
}

async function answer(db: Db, id: string, { userId, now, kind }: Answer): Promise<void> {
  try {
    const answered = await db
      .updateTable('proposals')
      .set({ answer: kind, answered_by: userId, answered_at: now })
      .where('id', '=', id)
      .where('answer', 'is', null)
      .executeTakeFirst()
    if (answered.numUpdatedRows > 0n) return
  } catch (error) {
    if (refusedBy(error) !== 'second_person') throw error
    throw new AppError('SECOND_PERSON_NEEDED', { proposal: id }, { cause: error })
  }
  const found = await find(db, id)
  if (found?.answer == null) throw new AppError('PROPOSAL_NOT_FOUND', { proposal: id })
  throw new AppError('EVENT_NOT_ALLOWED', { state: found.answer.kind, allowed: [] })
}

function toProposal(row: Row): Proposal {
  const { answer: kind, answered_by, answered_at, edition } = row
  return {
    id: row.id,
    checkId: row.check_id,
    change: row.change,
    proposedBy: { id: row.proposed_by, name: row.proposer_name },
    proposedAt: row.proposed_at,
    answer:
      kind === null || answered_by === null || answered_at === null
        ? null
        : { kind, by: { id: answered_by, name: row.second_name ?? '' }, at: answered_at, edition },
  }
}
