/** Where each app stands, at a glance: which versions matter now, and what is unread. */

import type { Release } from '../releases.types.ts'

export interface Standing {
  readonly appid: string
  /** Uploaded last. */
  readonly newest: Release | null
  /** What everybody uses; maybe ordered down and not yet down. */
  readonly live: Release | null
  readonly staged: Release | null
  readonly preLaunched: Release | null
  readonly inReview: Release | null
  /** Notices to developers that whoever asks has not read; a hundred at most are counted. */
  readonly unread: number
}

export interface Standings {
  /** In the order of `appids`. Three queries, however many apps there are. */
  of(appids: readonly string[], reader: string): Promise<readonly Standing[]>
}
