/** The filing profile: which categories file, for whom, by what clock; saved by edition and date. */

import { AppError } from '@fangxing/contract'
import type { SavedProfile } from '@fangxing/storage'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { SHIPPED_PROFILE, saveProfile } from '../use-cases/filing-profile.ts'
import { toActor } from './actor.ts'
import { filingProfile, filingProfileDraft, filingProfileQuery } from './shapes/filing-profile.ts'
import { toWire } from './wire.ts'

type Edition = SavedProfile | Shipped

interface Shipped {
  readonly profile: SavedProfile['profile']
  readonly fromAt: null
  readonly savedBy: null
  readonly savedAt: null
}

const SHIPPED: Shipped = { profile: SHIPPED_PROFILE, fromAt: null, savedBy: null, savedAt: null }

/** The shipped table has hundreds of rows; an operator's own may have more. */
const BODY_LIMIT = 4 * 1024 * 1024

export function registerFilingProfile(app: App, ports: Ports): void {
  const { filingProfiles } = ports.storage

  app.get('/v1/filing-profile', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'The filing profile that decides now, or another edition, and which there are',
      querystring: filingProfileQuery,
      response: { 200: filingProfile },
    },
    async handler({ query: { edition } }) {
      const wanted =
        edition === undefined
          ? ((await filingProfiles.current(ports.clock.now())) ?? SHIPPED)
          : await find(edition)
      return view(wanted)
    },
  })

  app.put('/v1/filing-profile', {
    bodyLimit: BODY_LIMIT,
    config: { access: ['operator'] },
    schema: {
      summary: 'Save another edition; it decides from its date on, filings under way keep theirs',
      body: filingProfileDraft,
      response: { 200: filingProfile },
    },
    async handler({ body: { fromAt, ...profile }, caller }) {
      return view(
        await saveProfile(ports, { profile, fromAt, actor: toActor(caller, ['operator']) }),
      )
    },
  })

  async function find(edition: string): Promise<Edition> {
    if (edition === SHIPPED_PROFILE.edition) return SHIPPED
    const found = await filingProfiles.find(edition)
    if (found === null) {
      throw new AppError('REQUEST_MALFORMED', { fields: [`edition: there is no ${edition}`] })
    }
    return found
  }

  async function view({ profile, fromAt, savedBy, savedAt }: Edition) {
    const editions = [...(await filingProfiles.list()), SHIPPED].map((one: Edition) => ({
      edition: one.profile.edition,
      fromAt: one.fromAt,
      savedBy: one.savedBy,
      savedAt: one.savedAt,
    }))
    const { edition, clock } = profile
    const categories = profile.categories.map(toRow)
    return toWire({ edition, categories, clock, fromAt, savedBy, savedAt, editions })
  }
}

/** The shipped rows know more than a profile asks. */
function toRow(row: SavedProfile['profile']['categories'][number]) {
  const { first, second, filed, openTo, licences, formerNames } = row
  return { first, second, filed, openTo, licences, formerNames }
}
