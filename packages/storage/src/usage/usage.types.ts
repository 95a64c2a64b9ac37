/**
 * What apps use: calls that have a quota, and users that an app has seen.
 *
 * Counted for all processes together. `now` is the real time.
 */

export interface QuotaWindow {
  readonly span: 'minute' | 'day'
  /** When it began; whoever asks says where a day begins. */
  readonly start: number
  readonly limit: number
}

export interface QuotaGrant {
  /** How many of the calls that were asked for may be made: 0 to `amount`. */
  readonly granted: number
  /** What is left of each window after them, in the order of the windows. */
  readonly left: readonly number[]
}

export interface Quotas {
  /** Takes calls for one app in one step; never grants more than every window has left. */
  take(
    use: { readonly appid: string; readonly call: string; readonly amount: number },
    windows: readonly QuotaWindow[],
  ): Promise<QuotaGrant>
  /** What was taken in the window that began then, by call; for a moment it may be above the limit. */
  used(
    appid: string,
    span: QuotaWindow['span'],
    start: number,
  ): Promise<ReadonlyMap<string, number>>
  /** Forgets windows that began before this; returns how many. */
  forget(startedBefore: number): Promise<number>
}

export interface Visits {
  /** The latest time stands. Throws APP_NOT_FOUND. */
  report(appid: string, openids: readonly string[], at: number): Promise<void>
  /** When the app last saw the user; null: not that we know. */
  lastSeen(appid: string, openid: string): Promise<number | null>
  /** True when another app has seen the user. */
  isOfAnotherApp(appid: string, openid: string): Promise<boolean>
  /** Forgets visits before this; returns how many. */
  forget(before: number): Promise<number>
}
