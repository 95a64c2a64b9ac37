/**
 * A child of the pool that misbehaves as its job's name says, for the tests of the crew.
 */

import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SeenPicture } from '@fangxing/contract'
import type { FromChild, ToChild } from '../src/pool/jobs.ts'

process.on('disconnect', () => process.exit(0))
process.on('message', (message: ToChild) => {
  if (message.kind === 'job') behave(message.job.name)
  if (message.kind === 'cancel' && running === 'waits for a word') answer(running)
})

let running = ''

const BEHAVIOUR: Readonly<Record<string, () => void>> = {
  dies: () => process.exit(3),
  'is killed': () => process.kill(process.pid, 'SIGKILL'),
  spins() {
    for (;;);
  },
  stalls() {},
  'waits for a word'() {},
  'leaves a file'() {
    writeFileSync(join(tmpdir(), 'left-behind'), 'x')
    answer(running)
  },
  grows: () => answer(running, 100_000),
}

function behave(name: string): void {
  running = name
  tell({
    kind: 'progress',
    progress: { fact: 'quality', finished: 1, total: 2 },
    seen: { ...seenAs(name), table: null },
  })
  const odd = BEHAVIOUR[name]
  if (odd) odd()
  else answer(name)
}

function answer(name: string, megabytes = 1): void {
  tell({ kind: 'seen', seen: seenAs(name), megabytes })
}

/** The process id stands where a hash would: a test can tell one child from another. */
function seenAs(name: string): SeenPicture {
  return { name, sha256: String(process.pid), missing: [] }
}

function tell(message: FromChild): void {
  process.send?.(message)
}
