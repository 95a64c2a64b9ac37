/** What checking the record answers. */

export type BrokenBecause =
  /** The hash is not the one of the content. */
  | 'altered'
  /** The event does not follow the one before it: one is missing, or it was put in later. */
  | 'unlinked'
  /** The state row tells something else than the events. */
  | 'state'
  /** The line or row cannot be read as an event. */
  | 'unreadable'

export interface BrokenLink {
  readonly releaseId: string
  readonly seq: number
  readonly because: BrokenBecause
}

export interface ChainReport {
  readonly releases: number
  readonly events: number
  /** Sha-256 over the last hash of every release, in order of id: kept elsewhere, it also shows a release that vanished. */
  readonly digest: string
  /** Null when the record verifies. */
  readonly firstBroken: BrokenLink | null
}
