/** Where an app wants to be told: the queries behind `Callbacks`. */

import { AppError } from '@fangxing/contract'
import { type Db, refusedBy } from '../connection.ts'
import { toJson } from '../stored-text.ts'
import type { AppCallbacks, Callbacks } from './outbox.types.ts'

const NONE: AppCallbacks = { webhook: null, wechat: null, mail: null }

export function createCallbacks(db: Db): Callbacks {
  return {
    find: (appid) => readCallbacks(db, appid),

    async set(appid, { webhook, wechat, mail }, now) {
      const row = {
        appid,
        webhook: webhook && toJson(webhook),
        wechat: wechat && toJson(wechat),
        mail: mail && toJson(mail),
        changed_at: now,
      }
      try {
        await db
          .insertInto('app_callbacks')
          .values(row)
          .onConflict((conflict) => conflict.column('appid').doUpdateSet(row))
          .execute()
      } catch (error) {
        if (refusedBy(error) !== 'app_callbacks_appid_fkey') throw error
        throw new AppError('APP_NOT_FOUND', { appid }, { cause: error })
      }
    },
  }
}

export async function readCallbacks(db: Db, appid: string): Promise<AppCallbacks> {
  const row = await db
    .selectFrom('app_callbacks')
    .select(['webhook', 'wechat', 'mail'])
    .where('appid', '=', appid)
    .executeTakeFirst()
  return row ?? NONE
}
