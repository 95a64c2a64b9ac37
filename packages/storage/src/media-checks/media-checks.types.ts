/**
 * Checks of media that are answered later: asked for, looked at by a worker, told to the app.
 *
 * A check is settled once, whoever comes first: the worker with an answer, or the sweep when its
 * time is over. `now` is the real time: receivers live by it.
 */

import type { EventDraft, PushDraft, Trouble } from '../outbox/outbox.types.ts'
import type { Page, PageRequest } from '../page.types.ts'

export type MediaCheckKind = 'picture' | 'sound' | 'video'

export interface MediaCheckDraft {
  /** The trace id that is answered. */
  readonly id: string
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  /** Of the request: its result is told in the same. */
  readonly shape: 1 | 2
  readonly kind: MediaCheckKind
  readonly url: string
  readonly hasExtension: boolean
  readonly createdAt: number
  readonly dueAt: number
}

export interface MediaCheck extends MediaCheckDraft {
  /** How often a worker has begun with it. */
  readonly attempts: number
  /** What was told; null while it waits, or when there is none. */
  readonly answer: unknown
  readonly trouble: Trouble | null
  /** Null while it waits. */
  readonly settledAt: number | null
}

/** As it is found later: without its address, once that is forgotten. */
export interface KeptMediaCheck extends Omit<MediaCheck, 'url'> {
  readonly url: string | null
}

export interface MediaCheckFilter extends PageRequest {
  readonly appid?: string | undefined
  /** Of these apps and no others. */
  readonly appids?: readonly string[] | undefined
  readonly state?: 'waiting' | 'answered' | 'failed' | undefined
}

export interface MediaSettlement {
  readonly answer?: unknown
  /** Given when there is no answer. */
  readonly trouble?: Trouble | undefined
  readonly settledAt: number
  /** When the address is forgotten; null: at once. */
  readonly keepUrlUntil: number | null
}

export interface MediaTold {
  readonly pushes: readonly PushDraft[]
  readonly webhookEvents: readonly EventDraft[]
}

/** The jobs that look at them, apart, so that no picture waits for films; the payload is `{ id }`, the group the app. */
export const MEDIA_CHECK_JOBS: Readonly<Record<MediaCheckKind, string>> = {
  picture: 'media-check-picture',
  sound: 'media-check-clip',
  video: 'media-check-clip',
}

export interface MediaChecks {
  /** With its job, in one transaction. Throws APP_NOT_FOUND. */
  add(draft: MediaCheckDraft): Promise<void>
  find(id: string): Promise<KeptMediaCheck | null>
  list(filter?: MediaCheckFilter): Promise<Page<KeptMediaCheck>>
  /** How many checks of this address wait for the app. */
  countWaiting(appid: string, url: string): Promise<number>
  /** Counts an attempt. Null when there is none, or when it is settled. */
  begin(id: string, now: number): Promise<MediaCheck | null>
  /** Says that somebody is still at it. */
  renew(id: string, now: number): Promise<void>
  /** Writes the end and what it tells, in one transaction. False when it was settled before. */
  settle(id: string, settlement: MediaSettlement, told: MediaTold): Promise<boolean>
  /** Those that wait and whose time is over, oldest first, at most a hundred. */
  overdue(now: number): Promise<readonly MediaCheck[]>
  /** Hands a hundred of those to the queue again at which nobody has been since `before`; how many. */
  recall(before: number): Promise<number>
  /** Forgets the addresses whose time is over; how many. */
  forgetUrls(now: number): Promise<number>
}
