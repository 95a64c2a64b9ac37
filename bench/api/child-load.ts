/** The load, in a process of its own: takes one `LoadOrder` at a time and answers its `LoadReport`. */

import type { LoadOrder } from './load.ts'
import { runLoad } from './raw-load.ts'

process.on('disconnect', () => process.exit())
process.on('message', async (order: LoadOrder) => process.send?.(await runLoad(order)))
