/**
 * `npm run fangxing -- COMMAND`: installs what is missing, then runs the command line from source, in the
 * folder from which npm was called: paths are those of whoever types them.
 */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
runOnCurrentNode([join(ROOT, 'apps', 'cli', 'src', 'main.ts'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
})
