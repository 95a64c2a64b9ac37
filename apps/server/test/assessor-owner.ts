/** A program with a reader that never ends, which prints the reader's pid and waits to be killed. */

import { openAssessor } from '../src/assessor/index.ts'

const assessor = openAssessor({
  processes: 1,
  timeoutMs: 60_000,
  maxMemoryMb: 64,
  log: () => {},
  entry: new URL('./hostile-child.ts', import.meta.url),
})
const order = (words: string) => assessor.observe(new TextEncoder().encode(words), [])

const pid = order('pid')
const endless = order('never end')
console.log(await pid)
await endless
