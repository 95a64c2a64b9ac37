/** The filing profile that decides now: which categories file, by whom they may be held, what clock. */

import { categories } from '@fangxing/policy'
import { DEFAULT_CLOCK, type FilingProfile } from '@fangxing/release'
import type { Ports } from '../ports.ts'

/** What we ship: the platform's table of categories, natural days in Shanghai, no pauses. */
export const SHIPPED_PROFILE: FilingProfile = {
  edition: categories.edition,
  categories: categories.rows,
  clock: DEFAULT_CLOCK,
}

/** The newest edition whose date has come; ours until an operator has saved one. */
export async function currentProfile(_ports: Ports, _now: number): Promise<FilingProfile> {
  return SHIPPED_PROFILE
}
