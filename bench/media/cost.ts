/**
 * `node bench/media/cost.ts [--save]`: what each fact of a picture costs, and all of them at once.
 *
 * Pictures of half a megapixel, two and twelve; processor time, the middle of several rounds, then
 * decoding with all facts of this list at 1, 2 and 4 in flight, and the memory held at the end. The
 * models (words, classes) have benches of their own. `--save` keeps the run for
 * `docs/media/pictures.md`.
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
const IN_FLIGHT = [1, 2, 4]
const FLIGHT_PICTURES = 12

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
  readonly flights: readonly { readonly inFlight: number; readonly perSecond: number }[]
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
  const flights = []
  for (const inFlight of IN_FLIGHT) flights.push({ inFlight, perSecond: await fly(inFlight) })
  return {
    cores: availableParallelism(),
    sheets: SHEETS.map(({ width, height }) => `${width} × ${height}`),
    milliseconds,
    flights,
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

/** Pictures a second in one process, decoded and with every fact of the list. */
async function fly(inFlight: number): Promise<number> {
  const bytes = await shoot('landscape', 6, { width: 1600, height: 1200 })
  let left = FLIGHT_PICTURES
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const picture = await decoded(bytes)
      for (const measure of Object.values(FACTS)) await measure(picture)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: inFlight }, one))
  return Math.round((FLIGHT_PICTURES / (performance.now() - start)) * 10_000) / 10
}

if (import.meta.main) {
  const run = await measureCost()
  console.log(run.sheets.join(', '))
  for (const [name, times] of Object.entries(run.milliseconds)) {
    console.log(`${name}: ${times.join(', ')} ms`)
  }
  for (const { inFlight, perSecond } of run.flights) {
    console.log(`${inFlight} in flight: ${perSecond} pictures a second`)
  }
  console.log(`${run.residentMegabytes} MB resident, ${run.cores} cores`)
  if (process.argv.includes('--save')) saveRun('cost', run)
}
