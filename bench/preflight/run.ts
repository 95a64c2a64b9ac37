/**
 * `npm run preflight -w bench`: what a preflight costs, as the package for `npx` runs it.
 *
 * Generated programs from a thousand lines to six hundred thousand, each new and again with its answer kept; with
 * `FANGXING_PROGRAMS` each program in that folder; beside ESLint with three rules on the same scripts
 * (`-- --eslint`, which installs it in a temporary folder). Wall time, processor time and memory of
 * the child, the best of three. `-- --lines 1000,10000` measures only those.
 */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packPreflight } from '../../tools/pack-preflight.ts'
import { type Measured, measureChild } from './child.ts'
import { measureEslint } from './eslint.ts'
import { countLines, grownProgram } from './grown-program.ts'

/** A package holds at most 20,000 files, which is where the last one ends. */
const LINES = [1_000, 10_000, 120_000, 600_000]
const ROUNDS = 3
const ROOT = join(import.meta.dirname, '..', '..')

const folder = mkdtempSync(join(tmpdir(), 'fangxing-bench-preflight-'))
try {
  await main(process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true })
}

async function main(given: readonly string[]): Promise<void> {
  const built = join(folder, 'built')
  const bytes = await packPreflight(built)
  symlinkSync(join(ROOT, 'node_modules'), join(built, 'node_modules'))
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? ''}, the package has ${bytes} bytes`)
  const asked = given[given.indexOf('--lines') + 1]
  const counts = given.includes('--lines') ? (asked ?? '').split(',').map(Number) : LINES
  for (const count of counts)
    measureGrown(join(built, 'main.mjs'), count, given.includes('--eslint'))
  const programs = process.env.FANGXING_PROGRAMS
  if (programs === undefined) {
    console.log('FANGXING_PROGRAMS is not set: no real programs are measured')
    return
  }
  for (const name of readdirSync(programs).sort()) {
    tell(
      name,
      best(() => preflight(join(built, 'main.mjs'), join(programs, name))),
    )
  }
}

function measureGrown(command: string, count: number, withEslint: boolean): void {
  const files = grownProgram(count)
  const program = join(folder, `lines-${count}`)
  for (const [path, text] of files) {
    mkdirSync(dirname(join(program, path)), { recursive: true })
    writeFileSync(join(program, path), text)
  }
  const lines = countLines(files)
  // Past this, three rounds say no more than one.
  const rounds = lines > 200_000 ? 1 : ROUNDS
  const first = best(() => preflight(command, program), rounds)
  tell(`${lines} lines`, first)
  const cache = ['--cache', join(folder, `kept-${count}`)]
  preflight(command, program, cache)
  tell(
    '  again, kept',
    best(() => preflight(command, program, cache), rounds),
  )
  if (!withEslint) return
  const peer = measureEslint(folder, program)
  tell('  ESLint, three rules, scripts only', peer)
  console.log(`  processor time: ${(first.cpuMs / peer.cpuMs).toFixed(2)} of ESLint's`)
}

function preflight(command: string, program: string, more: readonly string[] = []): Measured {
  const args = ['preflight', program, '--category', '社交/笔记', '--format', 'json', ...more]
  return measureChild(command, args, folder)
}

function best(measure: () => Measured, rounds = ROUNDS): Measured {
  const all = Array.from({ length: rounds }, measure)
  const least = (pick: (one: Measured) => number) => Math.min(...all.map(pick))
  return {
    wallMs: least(({ wallMs }) => wallMs),
    cpuMs: least(({ cpuMs }) => cpuMs),
    memoryMb: least(({ memoryMb }) => memoryMb),
  }
}

function tell(name: string, { wallMs, cpuMs, memoryMb }: Measured): void {
  console.log(
    `${name.padEnd(56)} ${wallMs.toFixed(0).padStart(7)} ms  cpu ${cpuMs.toFixed(0).padStart(6)} ms  ${memoryMb.toFixed(0).padStart(5)} MiB`,
  )
}
