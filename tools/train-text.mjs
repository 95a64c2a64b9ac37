/** `npm run train:text`: installs what is missing, then trains (see `packages/text/train/train.ts`). */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runOnCurrentNode } from './install.mjs'

ensureInstalled()
runOnCurrentNode([join(ROOT, 'packages', 'text', 'train', 'train.ts')])
