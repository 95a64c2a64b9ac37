/**
 * The whole table of `msg_sec_check` beside a bare echo, with two lists of words in turns; the latency of
 * both at shares of the most that goes; what recording costs. Run:
 * `npm run api -w bench [-- SECONDS ROUNDS] [--save]`.
 */

import { availableParallelism } from 'node:os'
import { type FlushTimes, measureFlushes } from '../storage/flushes.ts'
import { type Latency, measureLatency } from './latency.ts'
import { measureRatios, type Ratio } from './ratio.ts'
import { numbersGiven, saveRun } from './saved.ts'
import { type House, openHouse, warm } from './under-load.ts'

const [seconds = 1, rounds = 15] = numbersGiven()
const WORDS = 20_000
const MORE_WORDS = 100_000
const CONNECTIONS = [1, 16, 128]
const MOST = 128
const SHARES = [0.4, 0.6, 0.8]

const CALM = { connections: MOST, seconds: 4, rounds: 5 }
/** A disk that stalls does so a few times a minute. */
const FLUSH_SECONDS = 20

export interface RatioFigures {
  readonly seconds: number
  readonly rounds: number
  readonly tables: readonly Table[]
  /** Of the disk, with nothing else to do. */
  readonly flushes: FlushTimes
  /** One process each, the echo too. */
  readonly recording: { readonly without: Ratio; readonly with: Ratio } | null
}

interface Table {
  readonly words: number
  readonly ratios: readonly Ratio[]
  readonly latencies: readonly Latency[]
}

console.log(
  `${availableParallelism()} cores shared by load, server and database; ${rounds} rounds of ${seconds} s`,
)
let tables: readonly Table[] = []
await openHouse({ words: WORDS }, (house) =>
  openHouse({ words: MORE_WORDS }, async (other) => {
    tables = await measureTables(house, [
      { ...house, words: WORDS },
      { ...other, words: MORE_WORDS },
    ])
  }),
)
let recording: RatioFigures['recording'] = null
await openHouse({ words: WORDS, processes: 1 }, async (house) => {
  recording = await costOfRecording(house)
})
const flushes = await measureFlushes(FLUSH_SECONDS)
console.log(
  `\nthe disk: p50 ${flushes.p50} ms, p99 ${flushes.p99} ms, longest ${flushes.longest} ms`,
)
saveRun('ratio', { seconds, rounds, tables, recording, flushes } satisfies RatioFigures)

async function measureTables(
  { loader, echo }: House,
  houses: readonly (House & { readonly words: number })[],
): Promise<readonly Table[]> {
  const byConnections: (readonly Ratio[])[] = []
  for (const connections of CONNECTIONS) {
    const ratios = await measureRatios(loader, echo, houses, { connections, seconds, rounds })
    for (const [nth, { words }] of houses.entries()) {
      console.log(`${words} words, ${describe(ratios[nth])}`)
    }
    byConnections.push(ratios)
  }
  const made: Table[] = []
  for (const [nth, house] of houses.entries()) {
    const latencies: Latency[] = []
    for (const share of SHARES) {
      const latency = await measureLatency(loader, echo, house, { ...CALM, share })
      console.log(`${house.words} words, ${describeLatency(latency)}`)
      latencies.push(latency)
    }
    const ratios = byConnections.flatMap((of) => of[nth] ?? [])
    made.push({ words: house.words, ratios, latencies })
  }
  return made
}

async function costOfRecording(house: House) {
  const unrecorded = await house.another('0', '1', 'record')
  await warm(house.loader, unrecorded.url, house.stage)
  const entrants = [{ ...house, server: unrecorded }, house]
  const order = { connections: MOST, seconds, rounds }
  const [without, recorded] = await measureRatios(house.loader, house.echo, entrants, order)
  console.log(`\none process, not recorded: ${describe(without)}`)
  console.log(`one process, recorded:     ${describe(recorded)}`)
  return without === undefined || recorded === undefined ? null : { without, with: recorded }
}

function describe(measured: Ratio | undefined): string {
  if (measured === undefined) return 'nothing was measured'
  const { connections, echo, server, ratio } = measured
  const side = ({ perSecond, p50, p99 }: Ratio['echo']) =>
    `${perSecond.toFixed(0).padStart(6)}/s p50 ${p50} ms p99 ${p99} ms`
  const failed = server.failed === 0 ? '' : `, ${server.failed} failed`
  return `${String(connections).padStart(4)} connections: ${ratio.toFixed(2)} · echo ${side(echo)} · server ${side(server)}${failed}`
}

function describeLatency({ share, echo, server }: Latency): string {
  const side = ({ rate, perSecond, p50, p99, failed }: Latency['echo']) =>
    `${perSecond.toFixed(0)} of ${rate}/s p50 ${p50} ms p99 ${p99} ms, ${failed} failed`
  return `at ${share} of the most: echo ${side(echo)} · server ${side(server)}`
}
