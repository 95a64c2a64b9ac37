/**
 * The check policy of now, at hand for every check.
 *
 * Read again at most once a second, beside the requests that ask; what another process changed is
 * followed within two seconds, one's own change at once. The policy of an app is the same object
 * until it changes, so that what is made of it is made once.
 */

import type { Settings } from '@fangxing/storage'
import { systemClock } from '../clock.ts'
import { type CheckPolicy, SHIPPED_POLICY, type StoredPolicy, withChanges } from './check-policy.ts'

const SETTING = 'checkPolicy'
const RECHECK_MS = 1000

const NOTHING_STORED: StoredPolicy = { all: {}, apps: {} }

export interface PolicyShelf {
  /** Of an app, or of what is checked for none. A promise only for who asks first. */
  of(appid: string | null): CheckPolicy | Promise<CheckPolicy>
  stored(): Promise<StoredPolicy>
  change(stored: StoredPolicy): Promise<void>
}

interface Shelved {
  readonly json: string
  readonly stored: StoredPolicy
  readonly all: CheckPolicy
  readonly apps: Map<string, CheckPolicy>
}

export function openPolicyShelf(settings: Settings): PolicyShelf {
  let shelved: Shelved | null = null
  let lookedAt = 0
  let looking: Promise<Shelved> | null = null

  const look = (): Promise<Shelved> => {
    looking ??= read().finally(() => {
      looking = null
    })
    return looking
  }
  async function read(): Promise<Shelved> {
    lookedAt = systemClock.now()
    const stored = ((await settings.get(SETTING)) ?? NOTHING_STORED) as StoredPolicy
    const json = JSON.stringify(stored)
    shelved = shelved?.json === json ? shelved : shelve(stored, json)
    return shelved
  }

  return {
    of(appid) {
      if (shelved === null) return look().then((first) => policyIn(first, appid))
      // A trouble with the database is met by the check itself; until then the last policy holds.
      if (systemClock.now() - lookedAt > RECHECK_MS) look().catch(() => {})
      return policyIn(shelved, appid)
    },
    stored: async () => (await look()).stored,
    async change(stored) {
      await settings.set(SETTING, stored)
      shelved = shelve(stored, JSON.stringify(stored))
    },
  }
}

/** What a stored policy says of each app; the same object for the same app. */
export function readPolicy(stored: StoredPolicy): (appid: string | null) => CheckPolicy {
  const shelved = shelve(stored, '')
  return (appid) => policyIn(shelved, appid)
}

function shelve(stored: StoredPolicy, json: string): Shelved {
  return { json, stored, all: withChanges(SHIPPED_POLICY, stored.all), apps: new Map() }
}

function policyIn({ stored, all, apps }: Shelved, appid: string | null): CheckPolicy {
  const changes = appid !== null && Object.hasOwn(stored.apps, appid) ? stored.apps[appid] : null
  if (appid === null || changes === null || changes === undefined) return all
  const known = apps.get(appid) ?? withChanges(all, changes)
  apps.set(appid, known)
  return known
}
