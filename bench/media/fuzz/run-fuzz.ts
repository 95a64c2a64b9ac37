/**
 * Thousands of damaged files through the media pool: every one answered, nothing left behind.
 *
 * `node bench/media/fuzz/run-fuzz.ts [COUNT] [--save]`, default 10,000 with all local facts: about five
 * minutes. Looks at the temporary folder and at child processes before and after, and at the memory
 * of the children after the first tenth and at the end (where the system tells it).
 */

import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { type MediaPool, startMediaPool } from '@fangxing/media'
import { childMegabytes, childProcesses } from '../cost/child-memory.ts'
import { saveRun } from '../runs.ts'
import { type DamagedFile, damagedFiles } from './damage.ts'
import { drawSeeds } from './seeds.ts'

export interface FuzzReport {
  readonly files: number
  /** Pictures whose pixels were seen. */
  readonly decoded: number
  /** Answered with reasons only. */
  readonly refused: number
  /** Neither seen nor missing with a reason: must be 0. */
  readonly unanswered: number
  /** Jobs whose child died, with the names of the first ten files. */
  readonly crashed: readonly string[]
  readonly stalled: readonly string[]
  readonly slowest: { readonly ms: number; readonly name: string }
  /** Of all children, after a tenth and at the end; null where it cannot be told. */
  readonly megabytes: readonly [early: number | null, late: number | null]
  /** In the temporary folder after the pool was closed and not before. */
  readonly filesLeft: readonly string[]
  readonly processesLeft: number
}

const WORKERS = 2

export async function runFuzz(count: number, log: (line: string) => void): Promise<FuzzReport> {
  const before = new Set(await readdir(tmpdir()))
  const pool = await startMediaPool({ workers: WORKERS, pictureSeconds: 20 })
  const tally = openTally()
  let early: number | null = null
  let late: number | null = null
  try {
    const files = damagedFiles(await drawSeeds(), count)
    const watch = async (): Promise<void> => {
      tally.done += 1
      if (tally.done === Math.ceil(count / 10)) early = await childMegabytes()
      if (tally.done % 1000 === 0) log(`${tally.done} files, ${await childMegabytes()} MB`)
    }
    await Promise.all(Array.from({ length: WORKERS }, () => feed(pool, files, tally, watch)))
    late = await childMegabytes()
  } finally {
    await pool.close()
  }
  const after = await readdir(tmpdir())
  const { done: _, ...counts } = tally
  return {
    files: count,
    ...counts,
    megabytes: [early, late],
    filesLeft: after.filter((name) => !before.has(name) && isOurs(name)),
    processesLeft: (await childProcesses()).length,
  }
}

interface Tally {
  done: number
  decoded: number
  refused: number
  unanswered: number
  crashed: string[]
  stalled: string[]
  slowest: { ms: number; name: string }
}

function openTally(): Tally {
  const slowest = { ms: 0, name: '' }
  return { done: 0, decoded: 0, refused: 0, unanswered: 0, crashed: [], stalled: [], slowest }
}

async function feed(
  pool: MediaPool,
  files: Iterator<DamagedFile>,
  tally: Tally,
  watch: () => Promise<void>,
): Promise<void> {
  for (let next = files.next(); next.done !== true; next = files.next()) {
    const { name, bytes } = next.value
    const start = performance.now()
    const seen = await pool.picture({ name, bytes })
    const ms = performance.now() - start
    if (ms > tally.slowest.ms) tally.slowest = { ms, name }
    const reasons = seen.missing.map(({ because }) => because.en)
    if (seen.hash) tally.decoded += 1
    else if (reasons.length > 0) tally.refused += 1
    else tally.unanswered += 1
    if (reasons.some((reason) => reason.includes('ended unexpectedly'))) tally.crashed.push(name)
    if (reasons.some((reason) => reason.includes('stopped after'))) tally.stalled.push(name)
    await watch()
  }
}

/** Other programs write there too. */
function isOurs(name: string): boolean {
  return /fangxing|vips|sharp|magick|ffmpeg|node-/i.test(name)
}

if (import.meta.main) {
  const report = await runFuzz(Number(process.argv[2]) || 10_000, (line) => console.error(line))
  console.log(JSON.stringify(report, null, 2))
  if (process.argv.includes('--save')) saveRun('fuzz', report)
}
