/**
 * The whole table of `msg_sec_check` beside a bare echo, what recording costs, and the latency of both
 * at four fifths of the most that goes. Run: `npm run api -w bench [-- SECONDS ROUNDS] [--save]`.
 */

import { availableParallelism } from 'node:os'
import { type FlushTimes, measureFlushes } from '../storage/flushes.ts'
import type { Loader, LoadReport, LoadRequest, Member } from './load.ts'
import { measureRatio, type Ratio } from './ratio.ts'
import { numbersGiven, saveRun } from './saved.ts'
import { type House, openHouse, warm } from './under-load.ts'

const [seconds = 4, rounds = 3] = numbersGiven()
const LEAST_WORDS = 20_000
const WORDS = [LEAST_WORDS, 100_000]
const CONNECTIONS = [1, 16, 128]
const MOST = 128
const SHARE_OF_THE_MOST = 0.8
/** A disk that stalls does so a few times a minute. */
const FLUSH_SECONDS = 20

export interface RatioFigures {
  readonly seconds: number
  readonly rounds: number
  readonly tables: readonly {
    readonly words: number
    readonly ratios: readonly Ratio[]
    readonly atFourFifths: Calm
  }[]
  /** Of the disk, with nothing else to do. */
  readonly flushes: FlushTimes
  /** One process each, the echo too. */
  readonly recording: { readonly without: Ratio; readonly with: Ratio } | null
}

/** Each at four fifths of its own most. */
export interface Calm {
  readonly echo: Paced
  readonly server: Paced
}
type Paced = LoadReport & { readonly rate: number }

console.log(
  `${availableParallelism()} cores shared by load, server and database; ${rounds} rounds of ${seconds} s`,
)
const tables: RatioFigures['tables'][number][] = []
for (const words of WORDS) {
  await openHouse({ words }, async (house) => {
    console.log(`\n${words} listed words`)
    const ratios: Ratio[] = []
    for (const connections of CONNECTIONS) {
      ratios.push(await measure(house, house.server, connections))
      console.log(describe(ratios.at(-1)))
    }
    tables.push({ words, ratios, atFourFifths: await atFourFifths(house) })
  })
}
let recording: RatioFigures['recording'] = null
await openHouse({ words: LEAST_WORDS, processes: 1 }, async (house) => {
  recording = await costOfRecording(house)
})
const flushes = await measureFlushes(FLUSH_SECONDS)
console.log(
  `\nthe disk: p50 ${flushes.p50} ms, p99 ${flushes.p99} ms, longest ${flushes.longest} ms`,
)
saveRun('ratio', { seconds, rounds, tables, recording, flushes } satisfies RatioFigures)

function measure({ loader, echo, stage }: House, server: Member, connections: number) {
  return measureRatio(loader, { echo, server }, stage, { connections, seconds, rounds })
}

/** In turns; the round in which the slowest hundredth of the server took the middle time. */
async function atFourFifths({ loader, echo, server, stage }: House): Promise<Calm> {
  const echoed = stage.requests.map(({ expects, ...request }) => request)
  const reports: Calm[] = []
  for (let round = 0; round < rounds; round += 1) {
    reports.push({
      echo: await paced(loader, echo, echoed),
      server: await paced(loader, server, stage.requests),
    })
  }
  const middle = reports.sort((one, other) => one.server.p99 - other.server.p99)[rounds >> 1]
  if (middle === undefined) throw new Error('a latency needs at least one round')
  for (const [name, { rate, perSecond, p50, p99, failed }] of Object.entries(middle)) {
    console.log(
      `${name} at ${rate}/s: ${perSecond.toFixed(0)}/s, p50 ${p50} ms, p99 ${p99} ms, ${failed} failed`,
    )
  }
  return middle
}

/** Of what went right before: the most of a minute ago may be more than goes now. */
async function paced(
  loader: Loader,
  { url }: Member,
  requests: readonly LoadRequest[],
): Promise<Paced> {
  const order = { url, requests, connections: MOST, seconds }
  const most = await loader.run(order)
  const rate = Math.floor(most.perSecond * SHARE_OF_THE_MOST)
  return { ...(await loader.run({ ...order, rate })), rate }
}

async function costOfRecording(house: House) {
  const unrecorded = await house.another('0', '1', 'record')
  await warm(house.loader, unrecorded.url, house.stage)
  const both = {
    without: await measure(house, unrecorded, MOST),
    with: await measure(house, house.server, MOST),
  }
  console.log(`\none process, not recorded: ${describe(both.without)}`)
  console.log(`one process, recorded:     ${describe(both.with)}`)
  return both
}

function describe(measured: Ratio | undefined): string {
  if (measured === undefined) return 'nothing was measured'
  const { connections, echo, server, ratio } = measured
  const side = ({ perSecond, p50, p99 }: Ratio['echo']) =>
    `${perSecond.toFixed(0).padStart(6)}/s p50 ${p50} ms p99 ${p99} ms`
  const failed = server.failed === 0 ? '' : `, ${server.failed} failed`
  return `${String(connections).padStart(4)} connections: ${ratio.toFixed(2)} · echo ${side(echo)} · server ${side(server)}${failed}`
}
