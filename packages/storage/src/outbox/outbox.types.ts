/**
 * What leaves the house: notices to people, deliveries to machines, and where an app wants them.
 *
 * Notices and deliveries are written by `releases.append` in the transaction of their event. The
 * inbox is the notices themselves; every other channel is a delivery that a worker sends at least
 * once. `now` is the real time here, also in a rehearsal: receivers live by it.
 */

import type { Wording } from '@fangxing/contract'
import type { State } from '@fangxing/release'
import type { Page, PageRequest } from '../page.types.ts'

export type Audience = 'developer' | 'authority'

export interface NoticeLetter {
  readonly what: Wording
  readonly why: {
    readonly clauses: readonly { readonly id: string; readonly words: Wording }[]
    /** The sentence of who decided; maybe empty. */
    readonly note: string
  }
  readonly todo: Wording
  /** Null when nothing hangs on a time. */
  readonly byAt: number | null
  readonly byWhen: Wording | null
}

export interface NoticeDraft {
  readonly audience: Audience
  /** Of the authority that is told; null for developers. */
  readonly region: string | null
  /** What happened, e.g. `rejected`. */
  readonly kind: string
  readonly letter: NoticeLetter
  readonly version: string
  readonly auditId: number | null
  /** Where the release stands after the event. */
  readonly state: State
  readonly at: number
}

export interface Notice extends NoticeDraft {
  readonly id: string
  readonly appid: string
  readonly releaseId: string
  /** By whoever asks; null also where nobody in particular asks. */
  readonly readAt: number | null
}

export interface NoticeFilter extends PageRequest {
  readonly audiences: readonly Audience[]
  readonly appid?: string | undefined
  /** Of notices to developers, only those of these apps. */
  readonly appids?: readonly string[] | undefined
  /** Of notices to the authority, only those of this region; absent or null: of all. */
  readonly region?: string | null | undefined
}

/** Marks of reading are each reader's own: a person by id, or an app by its own token. */
export interface Notices {
  list(filter: NoticeFilter, reader: NoticeReader): Promise<Page<Notice>>
  find(id: string): Promise<Notice | null>
  /** The first reading stands. Throws NOTICE_NOT_FOUND. */
  markRead(id: string, reader: string, now: number): Promise<Notice>
  /** Everything of one app, or everything there is; what comes later is unread. */
  markAllRead(appid: string | undefined, reader: string, now: number): Promise<void>
}

export interface NoticeReader {
  readonly reader: string
  /** Only what this reader has not read. */
  readonly unread?: boolean | undefined
}

/** A pushed event in WeChat's manner, before it is put on the wire. */
export interface PushDraft {
  readonly event: string
  readonly at: number
  /** What the event has besides sender, receiver and time; any JSON values. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Pushes of one lane go one at a time. Absent: one lane per app. */
  readonly lane?: string | undefined
  /** After WeChat's three attempts, ours of the next days. Absent: yes. */
  readonly isTriedLonger?: boolean | undefined
}

/** What else an app's webhook hears of: a body that is sent as it is. */
export interface EventDraft {
  /** With a dot, e.g. `check.decided`: the type of the webhook. */
  readonly kind: string
  readonly at: number
  readonly body: Readonly<Record<string, unknown>>
}

export const CHANNELS = ['webhook', 'wechat', 'mail'] as const
export type Channel = (typeof CHANNELS)[number]

export interface WebhookCallback {
  readonly url: string
  /** `whsec_` and base64. */
  readonly secret: string
  /** Signs beside `secret` until then, so that a receiver can change over in peace. */
  readonly former?: { readonly secret: string; readonly until: number } | undefined
}

export interface WechatCallback {
  readonly url: string
  readonly token: string
  /** 43 characters: base64 of 32 bytes without its `=`. */
  readonly encodingAesKey: string
  readonly mode: 'plain' | 'compatible' | 'safe'
  readonly format: 'xml' | 'json'
  /** The `gh_…` that events name as receiver. */
  readonly originalId: string
}

export interface AppCallbacks {
  readonly webhook: WebhookCallback | null
  readonly wechat: WechatCallback | null
  readonly mail: { readonly address: string } | null
}

export interface Callbacks {
  /** Nothing set: three nulls. */
  find(appid: string): Promise<AppCallbacks>
  /** Throws APP_NOT_FOUND. */
  set(appid: string, callbacks: AppCallbacks, now: number): Promise<void>
}

/** Why an attempt failed: a code of whoever sends, and the values its sentence is about. */
export interface Trouble {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

export interface Attempt {
  readonly at: number
  /** `unknown`: under way, or its worker died. */
  readonly outcome: 'delivered' | 'failed' | 'unknown'
  readonly tookMs: number | null
  readonly trouble: Trouble | null
}

export interface DeliveryDraft {
  readonly appid: string
  readonly channel: Channel
  readonly kind: string
  /** Any JSON value; the sender of the channel knows its shape. */
  readonly body: unknown
  readonly createdAt: number
  /** Deliveries of one lane go one at a time. Absent: one lane per app and channel. */
  readonly lane?: string | undefined
}

export interface Delivery extends DeliveryDraft {
  readonly id: string
  readonly lane: string
  /** Since it was made or asked for again. */
  readonly tries: number
  /** Null once delivered or dead. */
  readonly nextAttemptAt: number | null
  readonly deliveredAt: number | null
  readonly deadAt: number | null
  readonly lastTrouble: Trouble | null
  /** The latest twenty, oldest first. */
  readonly attempts: readonly Attempt[]
  readonly isInFlight: boolean
}

/** A delivery that this caller alone may send until `leaseUntil`. */
export interface ClaimedDelivery extends Delivery {
  readonly leaseToken: string
  readonly leaseUntil: number
}

export type Settlement =
  | { readonly kind: 'delivered'; readonly tookMs: number }
  | {
      readonly kind: 'failed'
      readonly tookMs: number
      readonly trouble: Trouble
      /** Null makes it a dead letter. */
      readonly nextAttemptAt: number | null
    }

export interface DeliveryFilter extends PageRequest {
  readonly appid?: string | undefined
  readonly state?: 'waiting' | 'delivered' | 'dead' | undefined
}

export interface Deliveries {
  /** Outside of any event: test messages. Returns the id. Throws APP_NOT_FOUND. */
  add(draft: DeliveryDraft): Promise<string>
  /**
   * The due delivery that comes first, leased; null when none is due. Of a lane in which one is in
   * flight, none, nor of those that rest. First attempts come before repeated ones, each in order of
   * creation.
   */
  claim(
    now: number,
    leaseMs: number,
    restingLanes?: readonly string[],
  ): Promise<ClaimedDelivery | null>
  /** False when the lease had passed to another: then nothing was written. */
  settle(claimed: ClaimedDelivery, settlement: Settlement, now: number): Promise<boolean>
  find(id: string): Promise<Delivery | null>
  list(appid: string, page?: PageRequest): Promise<Page<Delivery>>
  /** Of every app, newest first; `state` as of `now`. */
  listAll(filter?: DeliveryFilter): Promise<Page<Delivery>>
  /**
   * Due at once and with all its tries again, whatever became of it. Throws DELIVERY_NOT_FOUND, and
   * CONCURRENT_CHANGE while it is in flight.
   */
  redrive(id: string, now: number): Promise<Delivery>
  /** Forgets what was delivered or given up before this; returns how many. */
  forget(settledBefore: number): Promise<number>
}
