/**
 * Prints the mutation table: how many faults there are, how many are seen, and every one that is not.
 *
 *   npm run mutate -w @fangxing/miniprogram
 *
 * Ends with 1 when a fault is taken for a guard. `--json` prints the rows instead.
 */

import { isMissed, type Row, tableRows } from './mutants/table.ts'

const rows = await tableRows()
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else print(rows)
process.exitCode = rows.some(isMissed) ? 1 : 0

function print(all: readonly Row[]): void {
  const said = ['guarded', 'unguarded', 'ineffective', 'unknown', 'none'] as const
  console.log(['is \\ said', ...said].map((word) => word.padEnd(12)).join(''))
  for (const is of ['unguarded', 'ineffective', 'harmless', 'broken'] as const) {
    const counts = said.map((one) => all.filter((row) => row.is === is && row.said === one).length)
    console.log([is, ...counts].map((word) => String(word).padEnd(12)).join(''))
  }
  for (const { program, mutant, is } of all.filter(isMissed)) {
    console.log(`missed: ${program}: ${mutant} is ${is}`)
  }
  for (const row of all) {
    if (row.is === 'harmless' && row.said !== 'guarded')
      console.log(`false alarm: ${row.program}: ${row.mutant} is said to be ${row.said}`)
  }
}
