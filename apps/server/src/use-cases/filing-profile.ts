/**
 * The filing profile that decides now: which categories file, who may hold them, what clock.
 *
 * Operators save dated editions; the newest whose date has come counts. A filing that is under way
 * keeps the clock it began with: its policy is in its own event.
 */

import { AppError } from '@fangxing/contract'
import { categories } from '@fangxing/policy'
import { type Actor, DEFAULT_CLOCK, type FilingProfile, nameOfCategory } from '@fangxing/release'
import type { SavedProfile } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

/** What we ship: the platform's table of categories, natural days in Shanghai, no pauses. */
export const SHIPPED_PROFILE: FilingProfile = {
  edition: categories.edition,
  categories: categories.rows,
  clock: DEFAULT_CLOCK,
}

/** The newest edition whose date has come; ours until an operator has saved one. */
export async function currentProfile(ports: Ports, now: number): Promise<FilingProfile> {
  return (await ports.storage.filingProfiles.current(now))?.profile ?? SHIPPED_PROFILE
}

export interface Saving {
  readonly profile: FilingProfile
  /** At once when absent. */
  readonly fromAt?: number | undefined
  readonly actor: Actor
}

/** Throws FILING_PROFILE_EXISTS; REQUEST_MALFORMED for a date that is over or a category told twice. */
export async function saveProfile(ports: Ports, saving: Saving): Promise<SavedProfile> {
  const { profile, actor } = saving
  const savedAt = ports.clock.now()
  const fromAt = saving.fromAt ?? savedAt
  const fields = [
    ...(fromAt < savedAt ? ['fromAt: lies in the past, where it would have decided already'] : []),
    ...repeatedIn(profile).map((name) => `categories: ${name} is there twice`),
  ]
  if (fields.length > 0) throw new AppError('REQUEST_MALFORMED', { fields })
  if (profile.edition === SHIPPED_PROFILE.edition) {
    throw new AppError('FILING_PROFILE_EXISTS', { edition: profile.edition })
  }
  const saved = { profile, fromAt, savedBy: actor.name, savedAt }
  await ports.storage.filingProfiles.save(saved)
  return saved
}

function repeatedIn(profile: FilingProfile): readonly string[] {
  const names = profile.categories.map(nameOfCategory)
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
