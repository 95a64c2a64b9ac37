/** How long a fresh process needs to import the text engine, without the start of Node itself. */

import { execFileSync } from 'node:child_process'
import { median } from './measure.ts'

const RUNS = 5
const PROGRAM = `const before = performance.now()
await import('@fangxing/text')
console.log(performance.now() - before)`

export function measureLoadMs(): number {
  const times = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
        cwd: import.meta.dirname,
        encoding: 'utf8',
      }),
    ),
  )
  return median(times)
}
