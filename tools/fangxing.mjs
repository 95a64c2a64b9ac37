/** `npm run fangxing -- COMMAND`: installs what is missing, then runs the command line from source. */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
runOnCurrentNode([join(ROOT, 'apps', 'cli', 'src', 'main.ts'), ...process.argv.slice(2)])
