/** `npm run eval:preflight`: installs what is missing, then measures preflight on labelled programs. */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
runOnCurrentNode([join(ROOT, 'packages', 'assessment', 'test', 'labelled', 'evaluate.ts')])
