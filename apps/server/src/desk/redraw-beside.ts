/**
 * Draws a stranger's picture anew in a process of its own: whatever it does to the decoder, the
 * server goes on.
 *
 * Null when it cannot be read, or takes too long or too much. A start costs a third of a second, so
 * what was drawn is remembered for a while, within bounds.
 */

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { LRUCache } from 'lru-cache'

const PROGRAM = fileURLToPath(new URL('./redraw-main.ts', import.meta.url))
const WITHIN_MS = 15_000
const MOST_BYTES = 32 * 1024 * 1024
/** Several reviewers' current and next picture. */
const REMEMBERED_BYTES = 64 * 1024 * 1024

const remembered = new LRUCache<string, Buffer>({
  maxSize: REMEMBERED_BYTES,
  sizeCalculation: ({ length }) => length + 1,
})

export async function redrawBeside(name: string, bytes: Uint8Array): Promise<Buffer | null> {
  const known = remembered.get(name)
  if (known) return known
  const drawn = await draw(bytes)
  if (drawn) remembered.set(name, drawn)
  return drawn
}

function draw(bytes: Uint8Array): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=256', PROGRAM], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: WITHIN_MS,
      killSignal: 'SIGKILL',
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      parts.push(part)
      if (size > MOST_BYTES) child.kill('SIGKILL')
    })
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code === 0 && size > 0 ? Buffer.concat(parts) : null))
    // It may end before it has read everything.
    child.stdin.on('error', () => {})
    child.stdin.end(bytes)
  })
}
