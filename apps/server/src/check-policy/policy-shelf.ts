/**
 * The check policy of now, at hand for every check.
 *
 * Read again at most twice a second, beside the requests that ask; what another process changed is
 * followed within a second, also by the first request after a quiet time, one's own change at once. The
 * policy of an app is the same object until it changes, so that what is made of it is made once.
 */

import type { Settings } from '@fangxing/storage'
import { type Clock, systemClock } from '../clock.ts'
import { remember } from '../remembered.ts'
import { type CheckPolicy, SHIPPED_POLICY, type StoredPolicy, withChanges } from './check-policy.ts'

const SETTING = 'checkPolicy'

const NOTHING_STORED: StoredPolicy = { all: {}, apps: {} }

export interface PolicyShelf {
  /** Of an app, or of what is checked for none. A promise for who asks first after a while. */
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

export function openPolicyShelf(settings: Settings, clock: Clock = systemClock): PolicyShelf {
  let last: Shelved | null = null
  const remembered = remember<typeof SETTING, Shelved>(async () => shelveAnew(await read()), {
    clock,
  })

  async function read(): Promise<StoredPolicy> {
    return ((await settings.get(SETTING)) ?? NOTHING_STORED) as StoredPolicy
  }
  function shelveAnew(stored: StoredPolicy): Shelved {
    const json = JSON.stringify(stored)
    if (last?.json !== json) last = shelve(stored, json)
    return last
  }

  return {
    of(appid) {
      const known = remembered.get(SETTING)
      return known instanceof Promise
        ? known.then((shelved) => policyIn(shelved, appid))
        : policyIn(known, appid)
    },
    stored: read,
    async change(stored) {
      await settings.set(SETTING, stored)
      remembered.forget()
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
