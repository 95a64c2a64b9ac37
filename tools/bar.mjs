/** `npm run bar`: installs what is missing, then lists or runs bars (see `bar.ts`). */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
runOnCurrentNode([join(ROOT, 'tools', 'bar.ts'), ...process.argv.slice(2)])
