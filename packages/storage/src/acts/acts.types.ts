/** What people did through the interface: an append-only list, each entry bound to the one before. */

import type { EventKind } from '@fangxing/release'
import type { Page, PageRequest } from '../page.types.ts'
import type { StoredEvent } from '../releases.types.ts'

export interface ActDraft {
  readonly at: number
  readonly userId: string
  readonly userName: string
  /** The method and the route, without the ids in it: `POST /v1/users`. */
  readonly route: string
  readonly path: string
  /** Without secrets; null when it was too much to keep. */
  readonly sent: unknown
  /** Hex, of everything that was sent, secrets included. */
  readonly sentSha256: string
  readonly requestId: string
}

export interface Act extends ActDraft {
  /** From 1 on, without gaps. */
  readonly n: number
  readonly previousHash: string
  readonly hash: string
}

export interface ActFilter extends PageRequest {
  readonly userId?: string | undefined
  /** The beginning of the route. */
  readonly route?: string | undefined
  /** Inclusive. */
  readonly from?: number | undefined
  /** Exclusive. */
  readonly until?: number | undefined
}

export interface ActsReport {
  readonly acts: number
  /** The last hash: kept elsewhere, it also shows an end that was cut off. */
  readonly head: string
  /** The first entry that does not hold; null when all do. */
  readonly firstBroken: number | null
}

export interface Acts {
  append(act: ActDraft): Promise<Act>
  list(filter?: ActFilter): Promise<Page<Act>>
  /** Reads every entry and compares the hashes. Streams; O(entries). */
  verify(): Promise<ActsReport>
}

/** One event of some release, with what names the release. */
export interface TrailEntry extends StoredEvent {
  readonly appid: string
  readonly appName: string
}

export interface TrailFilter extends PageRequest {
  readonly appid?: string | undefined
  readonly releaseId?: string | undefined
  readonly kind?: EventKind | undefined
  /** Id or name of whoever acted. */
  readonly actor?: string | undefined
  /** Inclusive. */
  readonly from?: number | undefined
  /** Exclusive. */
  readonly until?: number | undefined
}

export interface Trail {
  /** The events of all releases, newest first. */
  list(filter?: TrailFilter): Promise<Page<TrailEntry>>
}
