/** Dated filing profiles: every edition that an operator saved, none of them ever changed. */

import type { FilingProfile } from '@fangxing/release'

export interface SavedProfile {
  readonly profile: FilingProfile
  /** From when on approvals are decided by it. */
  readonly fromAt: number
  readonly savedBy: string
  readonly savedAt: number
}

export interface FilingProfiles {
  /** Throws FILING_PROFILE_EXISTS when the edition was saved before. */
  save(saved: SavedProfile): Promise<void>
  /** The newest whose date has come; null while there is none. */
  current(now: number): Promise<SavedProfile | null>
  find(edition: string): Promise<SavedProfile | null>
  /** All of them, the one with the latest date first. */
  list(): Promise<readonly SavedProfile[]>
}
