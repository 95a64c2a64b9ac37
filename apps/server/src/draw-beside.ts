/**
 * Has a stranger's picture drawn by a program in a process of its own: whatever it does to the
 * decoder, the server goes on.
 *
 * The program takes bytes and gives bytes. Null when it gives none, or takes too long or too much. A
 * start costs a third of a second.
 */

import { spawn } from 'node:child_process'

const WITHIN_MS = 15_000
const MOST_BYTES = 32 * 1024 * 1024

export function drawBeside(program: string, bytes: Uint8Array): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=256', program], {
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
