/**
 * Thousands of damaged files through the media pool: every one answered, nothing left behind.
 *
 * `node bench/media/fuzz/run-fuzz.ts [COUNT] [--save]`, default 10,000 pictures with all local facts, and a
 * clip for every fifty where ffmpeg is installed: some minutes. Looks at a temporary folder of its own and at child processes afterwards, and at the memory
 * of the children after the first third and at the end (where the system tells it).
 */

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MissingFact } from '@fangxing/contract'
import { type MediaPool, startMediaPool } from '@fangxing/media'
import { childMegabytes, childProcesses } from '../pool/child-memory.ts'
import { saveRun } from '../runs.ts'
import { renderClipSeeds } from './clip-seeds.ts'
import { type DamagedFile, damagedFiles } from './damage.ts'
import { drawSeeds } from './seeds.ts'

export interface FuzzReport {
  readonly files: number
  /** Pictures whose pixels and clips whose streams were seen. */
  readonly decoded: number
  /** Answered with reasons only. */
  readonly refused: number
  /** Neither seen nor missing with a reason: must be 0. */
  readonly unanswered: number
  /** Jobs whose child died, with the names of the first ten files. */
  readonly crashed: readonly string[]
  readonly stalled: readonly string[]
  readonly slowest: { readonly ms: number; readonly name: string }
  /** Of all children, after a third and at the end; null where it cannot be told. */
  readonly megabytes: readonly [early: number | null, late: number | null]
  /** In the temporary folder after the pool was closed. */
  readonly filesLeft: readonly string[]
  readonly processesLeft: number
}

const WORKERS = 2
/** One clip for so many pictures: each runs several programs. */
const CLIPS = 50

export async function runFuzz(count: number, log: (line: string) => void): Promise<FuzzReport> {
  const usual = process.env.TMPDIR
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-fuzz-'))
  // Whatever lies in it afterwards was left by the engine.
  process.env.TMPDIR = folder
  try {
    const report = await feedAll(count, log)
    return { ...report, filesLeft: await readdir(folder) }
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    await rm(folder, { recursive: true })
  }
}

async function feedAll(
  count: number,
  log: (line: string) => void,
): Promise<Omit<FuzzReport, 'filesLeft'>> {
  const pool = await startMediaPool({ workers: WORKERS, pictureSeconds: 60, clipSeconds: 120 })
  const tally = openTally()
  let early: number | null = null
  let late: number | null = null
  try {
    const clipSeeds = await renderClipSeeds()
    const clips = damagedFiles(clipSeeds, clipSeeds.length > 0 ? Math.ceil(count / CLIPS) : 0)
    const pictures = damagedFiles(await drawSeeds(), count)
    await warmUp(pool)
    const watch = async (): Promise<void> => {
      tally.done += 1
      if (tally.done === Math.ceil(count / 3)) early = await childMegabytes()
      if (tally.done % 1000 === 0) log(`${tally.done} files, ${await childMegabytes()} MB`)
    }
    const feedTo = (see: See, files: Iterator<DamagedFile>): Promise<unknown> =>
      Promise.all(Array.from({ length: WORKERS }, () => feed(see, files, tally, watch)))
    await feedTo((file) => seePicture(pool, file), pictures)
    await feedTo((file) => seeClip(pool, file), clips)
    late = await childMegabytes()
  } finally {
    await pool.close()
  }
  const { done, ...counts } = tally
  return {
    files: done,
    ...counts,
    megabytes: [early, late],
    processesLeft: (await childProcesses()).length,
  }
}

/** Loading the models is not what makes a file slow. */
async function warmUp(pool: MediaPool): Promise<void> {
  const [seed] = await drawSeeds()
  if (!seed) return
  const wanted = ['words', 'classes', 'codes'] as const
  const copies = Array.from({ length: WORKERS }, (_, index) => `warm-up ${index}`)
  await Promise.all(
    copies.map((name) =>
      pool.picture({ name, bytes: Buffer.concat([seed.bytes, Buffer.from(name)]) }, { wanted }),
    ),
  )
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

interface Answer {
  readonly isDecoded: boolean
  readonly missing: readonly MissingFact[]
}

type See = (file: DamagedFile) => Promise<Answer>

async function seePicture(pool: MediaPool, file: DamagedFile): Promise<Answer> {
  const seen = await pool.picture(file)
  return { isDecoded: seen.hash !== undefined, missing: seen.missing }
}

async function seeClip(pool: MediaPool, { name, bytes }: DamagedFile): Promise<Answer> {
  const { video, sound, missing } = await pool.clip(
    { name, source: bytes },
    { frameFacts: ['hash'] },
  )
  return { isDecoded: video !== undefined || (sound?.streams ?? 0) > 0, missing }
}

async function feed(
  see: See,
  files: Iterator<DamagedFile>,
  tally: Tally,
  watch: () => Promise<void>,
): Promise<void> {
  for (let next = files.next(); next.done !== true; next = files.next()) {
    const { name } = next.value
    const start = performance.now()
    const { isDecoded, missing } = await see(next.value)
    const ms = performance.now() - start
    if (ms > tally.slowest.ms) tally.slowest = { ms, name }
    const reasons = missing.map(({ because }) => because.en)
    if (isDecoded) tally.decoded += 1
    else if (reasons.length > 0) tally.refused += 1
    else tally.unanswered += 1
    if (reasons.some((reason) => reason.includes('ended unexpectedly'))) tally.crashed.push(name)
    if (reasons.some((reason) => reason.includes('stopped after'))) tally.stalled.push(name)
    await watch()
  }
}

if (import.meta.main) {
  const report = await runFuzz(Number(process.argv[2]) || 10_000, (line) => console.error(line))
  console.log(JSON.stringify(report, null, 2))
  if (process.argv.includes('--save')) saveRun('fuzz', report)
}
