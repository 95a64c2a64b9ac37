/**
 * Preflight: every fault of the mutation table is seen, labelled programs reach their figures when
 * they are at hand, and ten thousand lines are read in half a second, the start of the command included.
 */

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { measureChild } from '../../bench/preflight/child.ts'
import { countLines, grownProgram } from '../../bench/preflight/grown-program.ts'
import { evaluateLabelled } from '../../packages/assessment/test/labelled/evaluate.ts'
import { isMissed, type Row } from '../../packages/miniprogram/test/mutants/table.ts'
import type { Bar } from '../bar.ts'
import { packPreflight } from '../pack-preflight.ts'

const LEAST_FAULTS = 200
const LINES = 10_000
/** On a machine of today with two cores to itself; the best of several runs. */
const MOST_MS = 500
const RUNS = 5

const ROOT = join(import.meta.dirname, '..', '..')

interface Promised {
  readonly text: string
  readonly holds: boolean
}

export const bar: Bar = {
  title: 'no fault of a guard is missed, labelled programs are told right, quickly',
  async run(log) {
    const promised = [...(await faults(log)), ...labelled(log), await speed(log)]
    for (const { text, holds } of promised) log(`${holds ? 'holds      ' : 'falls short'}  ${text}`)
    return {
      holds: promised.every(({ holds }) => holds),
      figure: promised.map(({ text }) => text).join(', '),
    }
  },
}

/** In its own process: mutants leave promises behind that nobody waits for. */
async function faults(log: (line: string) => void): Promise<readonly Promised[]> {
  const script = join(ROOT, 'packages', 'miniprogram', 'test', 'mutate.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', script, '--json'],
    { maxBuffer: 1 << 26 },
  ).catch((error: { stdout: string }) => error)
  const rows: readonly Row[] = JSON.parse(stdout)
  const harmful = rows.filter(({ is }) => is === 'unguarded' || is === 'ineffective')
  const missed = rows.filter(isMissed)
  const harmless = rows.filter(({ is }) => is === 'harmless')
  const cleared = harmless.filter(({ said }) => said === 'guarded').length
  for (const { program, mutant } of missed) log(`missed: ${program}: ${mutant}`)
  log(`of ${harmless.length} changes that do no harm, ${cleared} keep their guard`)
  return [
    {
      text: `faults seen ${harmful.length - missed.length} of ${harmful.length}`,
      holds: missed.length === 0 && harmful.length >= LEAST_FAULTS,
    },
  ]
}

function labelled(log: (line: string) => void): readonly Promised[] {
  return evaluateLabelled(log) ?? [{ text: 'labelled programs not at hand', holds: true }]
}

/** As the package for `npx` runs it, in processes of its own. */
async function speed(log: (line: string) => void): Promise<Promised> {
  const folder = mkdtempSync(join(tmpdir(), 'fangxing-preflight-'))
  try {
    const built = join(folder, 'built')
    await packPreflight(built)
    symlinkSync(join(ROOT, 'node_modules'), join(built, 'node_modules'))
    const program = join(folder, 'program')
    const files = grownProgram(LINES)
    for (const [path, text] of files) {
      mkdirSync(dirname(join(program, path)), { recursive: true })
      writeFileSync(join(program, path), text)
    }
    const args = ['preflight', program, '--category', '社交/笔记', '--format', 'json']
    const runs = Array.from({ length: RUNS }, () =>
      measureChild(join(built, 'main.mjs'), args, folder),
    )
    const best = Math.round(Math.min(...runs.map(({ wallMs }) => wallMs)))
    const cpu = Math.round(Math.min(...runs.map(({ cpuMs }) => cpuMs)))
    const lines = countLines(files)
    log(`${lines} lines: best of ${RUNS} ${best} ms, ${cpu} ms of the processor`)
    return { text: `${lines} lines in ${best} ms of ${MOST_MS} ms`, holds: best <= MOST_MS }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
