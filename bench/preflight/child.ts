/**
 * Time and memory of one command in a process of its own.
 *
 * The command runs twice. Once as it is, for the time that a person waits; once writing its own use
 * of the processor and its largest memory when it ends, its children included as far as the system
 * counts them: the preflight reads in a second process. Loading what writes that takes a tenth of a
 * short run, so it is not part of the first.
 */

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Measured {
  readonly wallMs: number
  readonly cpuMs: number
  readonly memoryMb: number
}

/** Every process of the command adds one line. */
const REPORT = `
import { appendFileSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  appendFileSync(process.env.BENCH_USE, [userCPUTime + systemCPUTime, maxRSS].join(' ') + '\\n')
})
`

/** A shell in between: Linux counts the memory of the process that starts another as the other's. */
const THROUGH = '"$0" "$@"; exit $?'

export function measureChild(command: string, args: readonly string[], folder: string): Measured {
  const hook = join(folder, 'report-use.mjs')
  const use = join(folder, 'use.txt')
  writeFileSync(hook, REPORT)
  rmSync(use, { force: true })
  const start = performance.now()
  runThrough(command, args, folder, {})
  const wallMs = performance.now() - start
  const settings = { NODE_OPTIONS: `--import ${pathToFileURL(hook).href}`, BENCH_USE: use }
  runThrough(command, args, folder, settings)
  const uses = readFileSync(use, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number))
  return {
    wallMs,
    cpuMs: uses.reduce((sum, [microseconds = 0]) => sum + microseconds, 0) / 1000,
    memoryMb: Math.max(...uses.map(([, kilobytes = 0]) => kilobytes)) / 1024,
  }
}

/** Exit codes 0 and 1 are answers; anything else is a failure to measure. */
function runThrough(
  command: string,
  args: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>>,
): void {
  const { status, stderr } = spawnSync('sh', ['-c', THROUGH, process.execPath, command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...settings },
  })
  if (status !== 0 && status !== 1) throw new Error(`${command} failed: ${stderr}`)
}
