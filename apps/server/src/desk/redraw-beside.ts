/**
 * Draws a stranger's picture anew in a process of its own: whatever it does to the decoder, the
 * server goes on.
 *
 * Null when it cannot be read, or takes too long or too much. A start costs a third of a second, so
 * what was drawn is remembered for a while, within bounds.
 */

import { fileURLToPath } from 'node:url'
import { LRUCache } from 'lru-cache'
import { drawBeside } from '../draw-beside.ts'

const PROGRAM = fileURLToPath(new URL('./redraw-main.ts', import.meta.url))
/** Several reviewers' current and next picture. */
const REMEMBERED_BYTES = 64 * 1024 * 1024

const remembered = new LRUCache<string, Buffer>({
  maxSize: REMEMBERED_BYTES,
  sizeCalculation: ({ length }) => length + 1,
})

export async function redrawBeside(name: string, bytes: Uint8Array): Promise<Buffer | null> {
  const known = remembered.get(name)
  if (known) return known
  const drawn = await drawBeside(PROGRAM, bytes)
  if (drawn) remembered.set(name, drawn)
  return drawn
}
