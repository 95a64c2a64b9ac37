/**
 * A thread of a child that ends it when its parent is gone, although the child is busy: a job that
 * never returns would otherwise outlive a server that was killed.
 */

import { endGroup } from './end-group.ts'

const LOOK_MS = 2000

const parent = process.ppid

setInterval(() => {
  if (process.ppid !== parent) endGroup()
}, LOOK_MS)
