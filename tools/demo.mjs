/** `npm run demo`: fills an empty instance with real-looking work, so that a visitor sees something. */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
runOnCurrentNode([join(ROOT, 'apps', 'cli', 'src', 'main.ts'), 'demo', ...process.argv.slice(2)])
