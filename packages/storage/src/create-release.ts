/** How a release begins: its archive, its row and its `created` event, in one transaction. */

import { AppError } from '@fangxing/contract'
import type { EventOf } from '@fangxing/release'
import { follow, insertEvents } from './append.ts'
import { type Db, refusedBy } from './connection.ts'
import { derivedColumns } from './derived-columns.ts'
import { randomHex, sha256 } from './secrets.ts'

/** Returns the id. Throws APP_NOT_FOUND. */
export async function createRelease(
  db: Db,
  created: EventOf<'created'>,
  archive: Uint8Array,
): Promise<string> {
  const id = randomHex(10)
  const { stored, life } = follow(id, null, undefined, [created])
  const columns = derivedColumns(life, stored.at(-1)?.hash ?? '')
  const package_sha256 = sha256(archive)
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('packages')
        .values({ sha256: package_sha256, bytes: archive.byteLength, archive })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await transaction
        .insertInto('releases')
        .values({ id, appid: created.appid, package_sha256, ...columns })
        .execute()
      await insertEvents(transaction, stored)
    })
    return id
  } catch (error) {
    if (refusedBy(error) !== 'releases_appid_fkey') throw error
    throw new AppError('APP_NOT_FOUND', { appid: created.appid }, { cause: error })
  }
}
