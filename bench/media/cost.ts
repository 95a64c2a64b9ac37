/**
 * `node bench/media/cost.ts [--save]`: what each fact that is read off the pixels costs.
 *
 * Pictures of half a megapixel, two and twelve; processor time, the middle of several rounds, and the
 * memory held at the end. Models, and pictures end to end through the pool, have a bench of their own.
 * `--save` keeps the run for `docs/media/pictures.md`.
 */

import { availableParallelism } from 'node:os'
import {
  type DecodedPicture,
  decodePicture,
  findCodes,
  findTable,
  hashPicture,
  hashVariants,
  measureQuality,
} from '@fangxing/media'
import { saveRun } from './runs.ts'
import { shoot } from './studio.ts'

const SHEETS = [
  { width: 800, height: 600 },
  { width: 1600, height: 1200 },
  { width: 4000, height: 3000 },
]
const ROUNDS = 5

type Measure = (picture: DecodedPicture) => unknown

const FACTS: Readonly<Record<string, Measure>> = {
  quality: measureQuality,
  hash: hashPicture,
  'hashes for a bank': hashVariants,
  table: findTable,
  codes: findCodes,
}

export interface CostRun {
  readonly cores: number
  readonly sheets: readonly string[]
  /** Of processor time by fact, one for each sheet. */
  readonly milliseconds: Readonly<Record<string, readonly number[]>>
  readonly residentMegabytes: number
}

export async function measureCost(): Promise<CostRun> {
  const milliseconds: Record<string, number[]> = {}
  for (const sheet of SHEETS) {
    const bytes = await shoot('landscape', 5, sheet)
    const add = (name: string, time: number): void => {
      milliseconds[name] = [...(milliseconds[name] ?? []), time]
    }
    add('decode', await middleTime(async () => await decodePicture(bytes)))
    const picture = await decoded(bytes)
    for (const [name, measure] of Object.entries(FACTS)) {
      add(name, await middleTime(async () => await measure(picture)))
    }
  }
  return {
    cores: availableParallelism(),
    sheets: SHEETS.map(({ width, height }) => `${width} × ${height}`),
    milliseconds,
    residentMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}

async function decoded(bytes: Buffer): Promise<DecodedPicture> {
  const decoding = await decodePicture(bytes)
  if (!decoding.ok) throw new Error('a picture of the bench could not be decoded')
  return decoding.picture
}

/** Processor time in milliseconds, all threads together: other work on the machine does not count. */
async function middleTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return Math.round(times.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? 0)
}

if (import.meta.main) {
  const run = await measureCost()
  console.log(run.sheets.join(', '))
  for (const [name, times] of Object.entries(run.milliseconds)) {
    console.log(`${name}: ${times.join(', ')} ms`)
  }
  console.log(`${run.residentMegabytes} MB resident, ${run.cores} cores`)
  if (process.argv.includes('--save')) saveRun('cost', run)
}
