/** Another checker that an app's content is also shown to, on the wire. */

import type { Agreement } from './operate-types.ts'
import { request, withQuery } from './request.ts'
import type { Page } from './types.ts'

export const MERGES = ['strictest', 'local-first', 'shadow'] as const
export type Merge = (typeof MERGES)[number]

export const WHEN_DOWN = ['fail-open', 'fail-review', 'fail-closed'] as const
export type WhenDown = (typeof WHEN_DOWN)[number]

export const PUSH_MODES = ['plain', 'compatible', 'safe'] as const
export type PushMode = (typeof PUSH_MODES)[number]

export interface Upstream {
  readonly kind: 'wechat'
  readonly baseUrl: string
  readonly appid: string
  readonly merge: Merge
  readonly whenDown: WhenDown
  readonly timeoutMs: number
  readonly cacheSeconds: number
  readonly shadowPercent: number
  readonly perMinute: number
  readonly perDay: number
  readonly circuit: 'closed' | 'open'
  /** Null: it is not asked about sounds. */
  readonly push: {
    readonly mode: PushMode
    readonly hasKey: boolean
    readonly waitMinutes: number
    readonly path: string
    readonly came: Readonly<Record<'taken' | 'early' | 'repeated' | 'unknown' | 'other', number>>
  } | null
}

/** A sound, picture or video that waits, and what another checker has said so far. */
export interface WaitingMedia {
  readonly id: string
  readonly upstream: { readonly state: 'asking' | 'waiting' | 'answered' } | null
}

/** Secrets that are absent stay as they are. */
export interface UpstreamDraft extends Omit<Partial<Upstream>, 'push' | 'circuit' | 'baseUrl'> {
  readonly kind: 'wechat'
  readonly baseUrl?: string
  readonly secret?: string
  readonly push: {
    readonly mode: PushMode
    readonly waitMinutes: number
    readonly token?: string
    readonly encodingAesKey?: string
  } | null
}

const pathOf = (appid: string) => `/v1/apps/${encodeURIComponent(appid)}/upstream`

export const upstreams = {
  find: (appid: string) => request<{ upstream: Upstream | null }>('GET', pathOf(appid)),
  set: (appid: string, draft: UpstreamDraft) =>
    request<{ upstream: Upstream }>('PUT', pathOf(appid), draft),
  remove: (appid: string) => request<null>('DELETE', pathOf(appid)),
  test: (appid: string) =>
    request<{ ok: boolean; because: string | null; tookMs: number }>(
      'POST',
      `${pathOf(appid)}/test`,
      {},
    ),
  getAgreement: (appid: string) => request<Agreement>('GET', `${pathOf(appid)}/agreement`),
  findWaiting: (appid: string) =>
    request<Page<WaitingMedia>>(
      'GET',
      withQuery('/v1/media-checks', { appid, state: 'waiting', limit: 200 }),
    ),
}
