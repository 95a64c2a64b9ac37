/**
 * Sets where an app is told. Secrets that are not given are kept, or made here the first time.
 *
 * An address that could never be called is refused now rather than at the first event; a name that
 * is not known yet is taken, since it may be by then.
 */

import { AppError, type Wording } from '@fangxing/contract'
import type { AppCallbacks, WebhookCallback, WechatCallback } from '@fangxing/storage'
import type { Outside } from '../delivery/sender.ts'
import { describeTrouble } from '../delivery/trouble-words.ts'
import { SECRET_BYTES, toWebhookSecret } from '../delivery/webhook-signature.ts'
import { Deadline, OutboundTrouble, pinTarget } from '../outbound/index.ts'
import type { Ports } from '../ports.ts'
import { originalIdOf } from '../wechat/push/message.ts'

/** A receiver may be rolled out in a day. */
const FORMER_SIGNS_FOR_MS = 24 * 3600 * 1000

/** A person waits for the answer; a slower name service is met again at the first event. */
const RESOLVE_WITHIN_MS = 2000

export interface CallbackChanges {
  readonly webhook?:
    | {
        readonly url: string
        readonly secret?: string | undefined
        readonly renewSecret: boolean
      }
    | null
    | undefined
  readonly wechat?:
    | (Pick<WechatCallback, 'url' | 'mode' | 'format'> & {
        readonly token?: string | undefined
        readonly encodingAesKey?: string | undefined
        readonly originalId?: string | undefined
      })
    | null
    | undefined
  readonly mail?: AppCallbacks['mail'] | undefined
}

/** What was made now and is shown once. */
export interface MadeSecrets {
  webhookSecret?: string
  wechatToken?: string
  wechatEncodingAesKey?: string
}

export async function setCallbacks(
  ports: Ports,
  appid: string,
  { webhook, wechat, mail }: CallbackChanges,
): Promise<{ readonly callbacks: AppCallbacks; readonly secrets: MadeSecrets }> {
  const { storage, outside, wallClock } = ports
  await assertUsable(outside, { webhook, wechat, mail })
  const now = wallClock.now()
  const before = await storage.callbacks.find(appid)
  const secrets: MadeSecrets = {}
  const make: Make = (name, secret) => {
    secrets[name] = secret
    return secret
  }
  const callbacks: AppCallbacks = {
    webhook: chosen(webhook, before.webhook, (given) =>
      toWebhook(given, before.webhook, now, () =>
        make('webhookSecret', toWebhookSecret(outside.randomBytes(SECRET_BYTES))),
      ),
    ),
    wechat: chosen(wechat, before.wechat, (given) =>
      toWechat(appid, given, before.wechat, outside, make),
    ),
    mail: chosen(mail, before.mail, (given) => given),
  }
  await storage.callbacks.set(appid, callbacks, now)
  return { callbacks, secrets }
}

type Make = (name: keyof MadeSecrets, secret: string) => string

/** An object sets, null removes, what is absent stays. */
function chosen<Given, Kept>(
  given: Given | null | undefined,
  before: Kept | null,
  take: (given: Given) => Kept,
): Kept | null {
  if (given === undefined) return before
  return given === null ? null : take(given)
}

function toWebhook(
  { url, secret: own, renewSecret }: NonNullable<CallbackChanges['webhook']>,
  before: WebhookCallback | null,
  now: number,
  make: () => string,
): WebhookCallback {
  const kept = renewSecret ? undefined : before?.secret
  const secret = own ?? kept ?? make()
  if (before === null) return { url, secret }
  const isSame = before.secret === secret
  const former = isSame
    ? before.former
    : { secret: before.secret, until: now + FORMER_SIGNS_FOR_MS }
  return { url, secret, ...(former === undefined ? {} : { former }) }
}

function toWechat(
  appid: string,
  { url, mode, format, ...given }: NonNullable<CallbackChanges['wechat']>,
  before: WechatCallback | null,
  { randomBytes }: Outside,
  make: Make,
): WechatCallback {
  const base64 = (count: number) => Buffer.from(randomBytes(count)).toString('base64')
  const hex = (count: number) => Buffer.from(randomBytes(count)).toString('hex')
  return {
    ...{ url, mode, format },
    token: given.token ?? before?.token ?? make('wechatToken', hex(16)),
    encodingAesKey:
      given.encodingAesKey ??
      before?.encodingAesKey ??
      make('wechatEncodingAesKey', base64(32).replace('=', '')),
    originalId: given.originalId ?? before?.originalId ?? originalIdOf(appid),
  }
}

async function assertUsable(
  outside: Outside,
  { webhook, wechat, mail }: CallbackChanges,
): Promise<void> {
  if (mail && outside.mailer === null) {
    throw refused('mail', describeTrouble({ code: 'NO_MAIL_SERVER', details: {} }))
  }
  if (webhook) await assertCallable(outside, 'webhook', webhook.url)
  if (wechat) await assertCallable(outside, 'wechat', wechat.url)
}

async function assertCallable(
  { addresses, resolve }: Outside,
  field: string,
  url: string,
): Promise<void> {
  const deadline = new Deadline(RESOLVE_WITHIN_MS)
  try {
    await deadline.bound(pinTarget(url, addresses, resolve))
  } catch (error) {
    const isForGood = error instanceof OutboundTrouble && FOR_GOOD.has(error.code)
    if (isForGood) throw refused(field, describeTrouble(error))
  } finally {
    deadline.end()
  }
}

const FOR_GOOD: ReadonlySet<string> = new Set(['URL_REFUSED', 'ADDRESS_REFUSED'])

function refused(field: string, { zh, en }: Wording): AppError {
  return new AppError('CALLBACK_REFUSED', { field, because: zh, becauseEn: en })
}
