/** What a form says of another checker, and what is sent of it. Pure. */

import type { PushMode, Upstream, UpstreamDraft } from '../api/upstream.ts'

export interface UpstreamForm {
  /** The app that asks. */
  readonly app: string
  readonly baseUrl: string
  readonly appid: string
  readonly secret?: string
  readonly merge: Upstream['merge']
  readonly whenDown: Upstream['whenDown']
  readonly hasSounds: boolean
  readonly mode?: PushMode
  readonly token?: string
  readonly encodingAesKey?: string
  readonly waitMinutes?: number
}

const OFFICIAL = 'https://api.weixin.qq.com'
const WAIT_MINUTES = 25

/** A shadow is how one begins: it is compared and never told. */
export function fromUpstream(before: Upstream | null): Omit<UpstreamForm, 'app'> {
  const { push } = before ?? {}
  return {
    baseUrl: before?.baseUrl ?? OFFICIAL,
    appid: before?.appid ?? '',
    merge: before?.merge ?? 'shadow',
    whenDown: before?.whenDown ?? 'fail-open',
    hasSounds: push != null,
    mode: push?.mode ?? 'safe',
    waitMinutes: push?.waitMinutes ?? WAIT_MINUTES,
  }
}

/** What the form has no field for stays as it was; secrets that are not written stay too. */
export function toDraft(written: UpstreamForm, before: Upstream | null): UpstreamDraft {
  const { baseUrl, appid, secret, merge, whenDown, hasSounds } = written
  const { mode = 'safe', waitMinutes = WAIT_MINUTES, token, encodingAesKey } = written
  const push = {
    ...{ mode, waitMinutes },
    ...(token ? { token } : {}),
    ...(encodingAesKey ? { encodingAesKey } : {}),
  }
  return {
    ...keptOf(before),
    ...{ kind: 'wechat', baseUrl: baseUrl.replace(/\/+$/, ''), appid: appid.trim() },
    ...{ merge, whenDown, push: hasSounds ? push : null },
    ...(secret ? { secret } : {}),
  }
}

function keptOf(before: Upstream | null) {
  if (before === null) return {}
  const { timeoutMs, cacheSeconds, shadowPercent, perMinute, perDay } = before
  return { timeoutMs, cacheSeconds, shadowPercent, perMinute, perDay }
}
