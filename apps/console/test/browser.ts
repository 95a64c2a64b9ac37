/** A real Chromium for the walks, the one that pages of materials are looked at in. */

import { findBrowser } from '@fangxing/page'
import { type Browser, chromium } from 'playwright-core'

/** Without the arguments npm's browser proposes: one switches web security off, which the walk is there to see. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser() })
}
