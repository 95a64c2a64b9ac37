/**
 * Counts calls against the quota of an app, for all processes together.
 *
 * Calls are taken from the storage by the hundredth part of a minute's quota and spent here, so most
 * cost nothing. Together the processes never make more than the quota; what one of them has taken
 * and not spent when a minute ends is lost to it. `left` is exact for one process and as of the last
 * taking for several.
 */

import { DAY_MS, SHANGHAI_OFFSET_MINUTES } from '@fangxing/release'
import type { QuotaGrant, Quotas, QuotaWindow } from '@fangxing/storage'
import type { Clock } from '../clock.ts'
import type { Quota, QuotaCall } from './check-policy.ts'

const MINUTE_MS = 60_000
const OFFSET_MS = SHANGHAI_OFFSET_MINUTES * MINUTE_MS

/** Of the smaller window: a quota of a few calls is counted one by one. */
const SHARE_TAKEN = 1 / 100
const MOST_TAKEN = 5000

export interface Reading {
  /** The window that is used up; null: the call may be made, and is counted. */
  readonly exhausted: 'minute' | 'day' | null
  /** Null: that window has no quota. */
  readonly left: { readonly minute: number | null; readonly day: number | null }
  /** Seconds until each window ends. */
  readonly resetSeconds: { readonly minute: number; readonly day: number }
}

export interface Meter {
  take(appid: string, call: QuotaCall, quota: Quota): Reading | Promise<Reading>
}

interface Account {
  /** As it was when the account was opened: one that was changed since begins anew. */
  readonly quota: Quota
  readonly minuteStart: number
  readonly dayStart: number
  /** Taken and not yet spent. */
  unspent: number
  /** Null before the first taking. */
  left: { readonly minute: number | null; readonly day: number | null } | null
  taking: Promise<void> | null
}

export function openMeter(quotas: Quotas, clock: Clock): Meter {
  /** By call, then by app: a name put together for each call would cost more than two look-ups. */
  const accounts = new Map<QuotaCall, Map<string, Account>>()

  function accountOf(call: QuotaCall, appid: string, quota: Quota, now: number): Account {
    const minuteStart = now - (now % MINUTE_MS)
    const ofCall = accounts.get(call) ?? new Map<string, Account>()
    const known = ofCall.get(appid)
    if (known?.minuteStart === minuteStart && isSame(known.quota, quota)) return known
    const dayStart = now - ((now + OFFSET_MS) % DAY_MS)
    const account = { quota, minuteStart, dayStart, unspent: 0, left: null, taking: null }
    ofCall.set(appid, account)
    accounts.set(call, ofCall)
    return account
  }

  async function takeMore(account: Account, use: Use): Promise<void> {
    const windows = windowsOf(account, use.quota)
    const grant = await quotas.take({ ...use, amount: amountOf(windows) }, windows)
    account.unspent += grant.granted
    account.left = leftOf(windows, grant)
  }

  async function spendLater(account: Account, use: Use, now: number): Promise<Reading> {
    while (account.unspent === 0 && exhaustedOf(account) === null) {
      account.taking ??= takeMore(account, use).finally(() => {
        account.taking = null
      })
      await account.taking
    }
    return spend(account, now)
  }

  return {
    take(appid, call, quota) {
      const now = clock.now()
      const account = accountOf(call, appid, quota, now)
      if (quota.perMinute === null && quota.perDay === null) return unlimited(account, now)
      if (account.unspent > 0 || exhaustedOf(account) !== null) return spend(account, now)
      return spendLater(account, { appid, call, quota }, now)
    },
  }
}

interface Use {
  readonly appid: string
  readonly call: QuotaCall
  readonly quota: Quota
}

function isSame(one: Quota, other: Quota): boolean {
  return one.perMinute === other.perMinute && one.perDay === other.perDay
}

function windowsOf({ minuteStart, dayStart }: Account, quota: Quota): readonly QuotaWindow[] {
  const { perMinute, perDay } = quota
  return [
    ...(perMinute === null
      ? []
      : [{ span: 'minute' as const, start: minuteStart, limit: perMinute }]),
    ...(perDay === null ? [] : [{ span: 'day' as const, start: dayStart, limit: perDay }]),
  ]
}

function amountOf(windows: readonly QuotaWindow[]): number {
  const smallest = Math.min(...windows.map(({ limit }) => limit))
  return Math.min(MOST_TAKEN, Math.max(1, Math.floor(smallest * SHARE_TAKEN)))
}

function leftOf(windows: readonly QuotaWindow[], { left }: QuotaGrant) {
  const of = (span: QuotaWindow['span']) => {
    const at = windows.findIndex((window) => window.span === span)
    return at < 0 ? null : (left[at] ?? 0)
  }
  return { minute: of('minute'), day: of('day') }
}

/** Known to be used up: nobody needs to ask the storage before the minute ends. */
function exhaustedOf({ left, unspent }: Account): Reading['exhausted'] {
  if (left === null || unspent > 0) return null
  if (left.day === 0) return 'day'
  return left.minute === 0 ? 'minute' : null
}

function spend(account: Account, now: number): Reading {
  const exhausted = exhaustedOf(account)
  if (exhausted === null) account.unspent -= 1
  const { unspent, left } = account
  const plus = (rest: number | null | undefined) => (rest == null ? null : rest + unspent)
  return {
    exhausted,
    left: { minute: plus(left?.minute), day: plus(left?.day) },
    resetSeconds: resetOf(account, now),
  }
}

function unlimited(account: Account, now: number): Reading {
  const left = { minute: null, day: null }
  return { exhausted: null, left, resetSeconds: resetOf(account, now) }
}

function resetOf({ minuteStart, dayStart }: Account, now: number): Reading['resetSeconds'] {
  return {
    minute: Math.ceil((minuteStart + MINUTE_MS - now) / 1000),
    day: Math.ceil((dayStart + DAY_MS - now) / 1000),
  }
}
