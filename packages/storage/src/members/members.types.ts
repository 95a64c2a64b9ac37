/** Who an app belongs to: its owners and members, and what became of that over time. */

/** An owner says who the members are and renews secrets; both see the app and act on it. */
export const MEMBER_PARTS = ['owner', 'member'] as const
export type MemberPart = (typeof MEMBER_PARTS)[number]

export interface Member {
  readonly userId: string
  readonly name: string
  readonly part: MemberPart
  /** The name of whoever added them; empty when the upgrade did. */
  readonly addedBy: string
  readonly addedAt: number
}

/** A person's part from now on; null removes them. */
export interface MemberChange {
  readonly userId: string
  readonly part: MemberPart | null
}

/** A change as it is kept: by name too, since people may be gone later. */
export interface PastMemberChange extends MemberChange {
  readonly name: string
  readonly by: string
  readonly at: number
}

export interface Members {
  /** The apps of this person, with their part in each. */
  of(userId: string): Promise<ReadonlyMap<string, MemberPart>>
  /** Owners first, then by time. */
  list(appid: string): Promise<readonly Member[]>
  /** The latest hundred, newest first. */
  changes(appid: string): Promise<readonly PastMemberChange[]>
  /**
   * All of them or none. Throws APP_NOT_FOUND, USER_NOT_FOUND, and LAST_OWNER when an app that has
   * an owner would have none.
   */
  change(
    appid: string,
    changes: readonly MemberChange[],
    by: string,
    now: number,
  ): Promise<readonly Member[]>
}
