/**
 * What pictures cost end to end, through the pool: one, two and four in flight, and the memory.
 *
 * `node bench/media/pool/run-cost.ts [PICTURES] [--save]`, default 12 for each: drawn pictures of two
 * megapixels of every kind, no two alike, all local facts. `--save` keeps the run for the page
 * `docs/media/engine.md`. Times are of this machine and of its other work: read the ratios.
 */

import { startMediaPool } from '@fangxing/media'
import { saveRun } from '../runs.ts'
import { SUBJECTS, shoot } from '../studio.ts'
import { childMegabytes, childSeconds } from './child-memory.ts'

export interface CostRow {
  readonly inFlight: number
  readonly pictures: number
  readonly perSecond: number
  /** Seconds of the processor a picture; null where the system does not tell. */
  readonly processorSeconds: number | null
  /** Milliseconds from asking to answer. */
  readonly median: number
  readonly slowest: number
  /** Of all children together, at the end; null where the system does not tell. */
  readonly megabytes: number | null
}

const SHEET = { width: 1632, height: 1224 }

export async function measureCost(inFlight: number, pictures: number): Promise<CostRow> {
  const pool = await startMediaPool({ workers: inFlight })
  try {
    await warmUp(pool, inFlight)
    const shots = await takeShots(pictures)
    const times: number[] = []
    const usedBefore = await childSeconds()
    const start = performance.now()
    const next = shots[Symbol.iterator]()
    const feed = async (): Promise<void> => {
      for (let shot = next.next(); !shot.done; shot = next.next()) {
        const asked = performance.now()
        await pool.picture(shot.value)
        times.push(performance.now() - asked)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, feed))
    const seconds = (performance.now() - start) / 1000
    const used = await childSeconds()
    times.sort((one, other) => one - other)
    return {
      inFlight,
      pictures,
      perSecond: Math.round((pictures / seconds) * 100) / 100,
      processorSeconds:
        used === null || usedBefore === null
          ? null
          : Math.round(((used - usedBefore) / pictures) * 100) / 100,
      median: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      slowest: Math.round(times.at(-1) ?? 0),
      megabytes: await childMegabytes(),
    }
  } finally {
    await pool.close()
  }
}

type Shot = Parameters<Awaited<ReturnType<typeof startMediaPool>>['picture']>[0]

/** Models are loaded at the first picture of each child. */
async function warmUp(pool: Awaited<ReturnType<typeof startMediaPool>>, children: number) {
  const shots = Array.from({ length: children }, (_, index) => shotOf(1000 + index))
  await Promise.all((await Promise.all(shots)).map((shot) => pool.picture(shot)))
}

async function takeShots(count: number): Promise<readonly Shot[]> {
  return await Promise.all(Array.from({ length: count }, (_, index) => shotOf(index)))
}

async function shotOf(seed: number): Promise<Shot> {
  const subject = SUBJECTS[seed % SUBJECTS.length] ?? 'page'
  return { name: `${subject} ${seed}`, bytes: await shoot(subject, seed, SHEET) }
}

if (import.meta.main) {
  const pictures = Number(process.argv[2]) || 12
  const rows: CostRow[] = []
  for (const inFlight of [1, 2, 4]) {
    const row = await measureCost(inFlight, pictures)
    rows.push(row)
    console.log(JSON.stringify(row))
  }
  if (process.argv.includes('--save')) saveRun('engine-cost', { rows })
}
