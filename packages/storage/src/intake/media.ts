/** Pictures and recordings that belong to a submission or a category: the queries behind `MediaShelf`. */

import type { Db } from '../connection.ts'
import { randomToken } from '../secrets.ts'
import type { HandedInMedia, Media, MediaDraft, MediaShelf } from './intake.types.ts'
import type { IntakeTables } from './tables.ts'

type Row = Omit<IntakeTables['media'], 'content' | 'kept'>

const COLUMNS = [
  'media.id',
  'media.appid',
  'media.kind',
  'media.type',
  'media.bytes',
  'media.created_at',
  'media.valid_until',
] as const

export function createMedia(db: Db): MediaShelf {
  return {
    keep: (draft, now) => keep(db, draft, now),

    async keepUntil(id, validUntil) {
      await db
        .updateTable('media')
        .set({ valid_until: validUntil })
        .where('id', '=', id)
        .where('kept', '=', false)
        .execute()
    },

    async find(id) {
      const row = await db
        .selectFrom('media')
        .select(COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? toMedia(row) : null
    },

    async findUsable(appid, ids, now) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('media')
        .select(COLUMNS)
        .where('appid', '=', appid)
        .where('id', 'in', ids)
        .where('valid_until', '>', now)
        .execute()
      return rows.map(toMedia)
    },

    async content(id) {
      const row = await db
        .selectFrom('media')
        .select('content')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.content ?? null
    },

    async forget(now) {
      const gone = await db
        .deleteFrom('media')
        .where('kept', '=', false)
        .where('valid_until', '<=', now)
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },

    async ofSubmission(auditId) {
      const rows = await db
        .selectFrom('media_uses')
        .innerJoin('media', 'media.id', 'media_uses.media_id')
        .select([...COLUMNS, 'purpose'])
        .where('audit_id', '=', auditId)
        .orderBy('place')
        .execute()
      return rows.map(({ purpose, ...row }) => ({ ...toMedia(row), purpose }))
    },

    // By way of the app: its submissions have an index, the uses of a medium have none.
    async releasesWith(id) {
      const rows = await db
        .selectFrom('media')
        .innerJoin('submissions', 'submissions.appid', 'media.appid')
        .innerJoin('media_uses', 'media_uses.audit_id', 'submissions.audit_id')
        .select('release_id')
        .distinct()
        .where('media.id', '=', id)
        .whereRef('media_uses.media_id', '=', 'media.id')
        .execute()
      return rows.map(({ release_id }) => release_id)
    },
  }
}

async function keep(db: Db, draft: MediaDraft, now: number): Promise<Media> {
  const { content, validUntil, ...rest } = draft
  const kept = { ...rest, id: randomToken(), bytes: content.byteLength }
  await db
    .insertInto('media')
    .values({ ...kept, content, created_at: now, valid_until: validUntil, kept: false })
    .execute()
  return { ...kept, createdAt: now, validUntil }
}

/** Within the transaction of the submission: from then on they stay. */
export async function handInMedia(db: Db, { auditId, uses }: HandedInMedia): Promise<void> {
  if (uses.length === 0) return
  await retainMedia(
    db,
    uses.map(({ mediaId }) => mediaId),
  )
  await db
    .insertInto('media_uses')
    .values(
      uses.map(({ mediaId, purpose }, place) => ({
        audit_id: auditId,
        place,
        media_id: mediaId,
        purpose,
      })),
    )
    .execute()
}

export async function retainMedia(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('media').set({ kept: true }).where('id', 'in', ids).execute()
}

function toMedia({ created_at, valid_until, ...rest }: Row): Media {
  return { ...rest, createdAt: created_at, validUntil: valid_until }
}
