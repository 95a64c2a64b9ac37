/**
 * The queries behind `ContactCodes`.
 *
 * Issuing locks the release's row, so that two who ask at once are counted one after the other. The
 * outcome of a check is written by `append`, in one transaction with the event that records it.
 */

import { randomInt } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import { CONTACT_CODES, type ContactCode, DAY_MS, issueContactCode } from '@fangxing/release'
import type { Selectable } from 'kysely'
import type { Db } from '../connection.ts'
import type { Database } from '../database.ts'
import type { CheckedCode, ContactCodes, KeptCode } from './contact.types.ts'

export function createContactCodes(db: Db): ContactCodes {
  return {
    issue: (releaseId, caller, at) =>
      db.transaction().execute(async (transaction) => {
        await lock(transaction, releaseId)
        const before = await readIssueTimes(transaction, releaseId, at - DAY_MS)
        const issued = issueContactCode(caller, randomInt(CONTACT_CODES), at, before)
        if (issued.ok) await keep(transaction, releaseId, caller.id, issued.code)
        return issued
      }),

    async latest(releaseId, caller) {
      const row = await db
        .selectFrom('contact_codes')
        .selectAll()
        .where('release_id', '=', releaseId)
        .where('caller', '=', caller)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? toKeptCode(row) : null
    },

    async forget(now) {
      const forgotten = await db
        .updateTable('contact_codes')
        .set({ code: '' })
        .where('expires_at', '<=', now)
        .where('code', '<>', '')
        .executeTakeFirst()
      return Number(forgotten.numUpdatedRows)
    },
  }
}

/** Keeps what a check made of the code. Throws CONCURRENT_CHANGE when it is not as it was. */
export async function writeChecked(db: Db, { before, after }: CheckedCode): Promise<void> {
  const written = await db
    .updateTable('contact_codes')
    .set({ guesses: after.guesses, used_at: after.usedAt })
    .$if(after.usedAt !== null, (update) => update.set({ code: '' }))
    .where('n', '=', before.id)
    .where('guesses', '=', before.code.guesses)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) {
    throw new AppError('CONCURRENT_CHANGE', { contactCode: before.id })
  }
}

async function lock(db: Db, releaseId: string): Promise<void> {
  const row = await db
    .selectFrom('releases')
    .select('id')
    .where('id', '=', releaseId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('RELEASE_NOT_FOUND', { releaseId })
}

async function readIssueTimes(db: Db, releaseId: string, since: number) {
  const rows = await db
    .selectFrom('contact_codes')
    .select('issued_at')
    .where('release_id', '=', releaseId)
    .where('issued_at', '>', since)
    .execute()
  return rows.map(({ issued_at }) => issued_at)
}

async function keep(db: Db, releaseId: string, callerId: string, code: ContactCode): Promise<void> {
  await db
    .insertInto('contact_codes')
    .values({
      release_id: releaseId,
      caller: code.caller,
      caller_id: callerId,
      caller_name: code.callerName,
      code: code.code,
      issued_at: code.issuedAt,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

function toKeptCode(row: Selectable<Database['contact_codes']>): KeptCode {
  return {
    id: row.n,
    code: {
      code: row.code,
      caller: row.caller,
      callerName: row.caller_name,
      issuedAt: row.issued_at,
      expiresAt: row.expires_at,
      guesses: row.guesses,
      usedAt: row.used_at,
    },
  }
}
