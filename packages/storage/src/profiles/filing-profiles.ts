/** The queries behind `FilingProfiles`. */

import { AppError } from '@fangxing/contract'
import type { Selectable } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import type { Database } from '../database.ts'
import { toJson } from '../stored-text.ts'
import type { FilingProfiles, SavedProfile } from './profiles.types.ts'

export function createFilingProfiles(db: Db): FilingProfiles {
  const newestFirst = () =>
    db.selectFrom('filing_profiles').selectAll().orderBy('from_at', 'desc').orderBy('n', 'desc')
  const first = (row: Selectable<Database['filing_profiles']> | undefined) =>
    row === undefined ? null : toSaved(row)

  return {
    async save({ profile, fromAt, savedBy, savedAt }) {
      const { edition } = profile
      const row = { edition, from_at: fromAt, saved_by: savedBy, saved_at: savedAt }
      try {
        await db
          .insertInto('filing_profiles')
          .values({ ...row, profile: toJson(profile) })
          .execute()
      } catch (error) {
        if (refusedBy(error) !== 'filing_profiles_edition_key') throw error
        throw new AppError('FILING_PROFILE_EXISTS', { edition }, { cause: error })
      }
    },

    async current(now) {
      return first(await newestFirst().where('from_at', '<=', now).limit(1).executeTakeFirst())
    },

    async find(edition) {
      return first(await newestFirst().where('edition', '=', edition).executeTakeFirst())
    },

    async list() {
      return (await newestFirst().execute()).map(toSaved)
    },
  }
}

function toSaved(row: Selectable<Database['filing_profiles']>): SavedProfile {
  const { profile, from_at, saved_by, saved_at } = row
  return { profile, fromAt: from_at, savedBy: saved_by, savedAt: saved_at }
}
