/**
 * `npm run fangxing -- COMMAND`: installs what is missing, then runs the command line from source, in the
 * folder from which npm was called: paths are those of whoever types them. The data directory is that of
 * `npm start`, unless somebody names another.
 */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
process.env.FANGXING_DATA ??= join(ROOT, 'data')
runOnCurrentNode([join(ROOT, 'apps', 'cli', 'src', 'main.ts'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
})
