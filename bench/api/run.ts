/**
 * The whole table of `msg_sec_check` beside a bare echo, what recording costs, and the latency at
 * four fifths of the most that goes. Run: `npm run api -w bench [-- SECONDS ROUNDS] [--save]`.
 */

import { availableParallelism } from 'node:os'
import type { LoadReport, Member } from './load.ts'
import { measureRatio, type Ratio } from './ratio.ts'
import { numbersGiven, saveRun } from './saved.ts'
import { type House, openHouse, warm } from './under-load.ts'

const [seconds = 4, rounds = 3] = numbersGiven()
const LEAST_WORDS = 20_000
const WORDS = [LEAST_WORDS, 100_000]
const CONNECTIONS = [1, 16, 128]
const MOST = 128
const SHARE_OF_THE_MOST = 0.8

export interface RatioFigures {
  readonly seconds: number
  readonly rounds: number
  readonly tables: readonly {
    readonly words: number
    readonly ratios: readonly Ratio[]
    readonly atFourFifths: LoadReport & { readonly rate: number }
  }[]
  /** One process each, the echo too. */
  readonly recording: { readonly without: Ratio; readonly with: Ratio } | null
}

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
saveRun('ratio', { seconds, rounds, tables, recording } satisfies RatioFigures)

function measure({ loader, echo, stage }: House, server: Member, connections: number) {
  return measureRatio(loader, { echo, server }, stage, { connections, seconds, rounds })
}

/** Of what went right before, in each round: the most of a minute ago may be more than goes now. */
async function atFourFifths({ loader, server, stage }: House) {
  const order = { url: server.url, requests: stage.requests, connections: MOST, seconds }
  const reports: (LoadReport & { readonly rate: number })[] = []
  for (let round = 0; round < rounds; round += 1) {
    const most = await loader.run(order)
    const rate = Math.floor(most.perSecond * SHARE_OF_THE_MOST)
    reports.push({ ...(await loader.run({ ...order, rate })), rate })
  }
  const middle = reports.sort((one, other) => one.p99 - other.p99)[rounds >> 1]
  if (middle === undefined) throw new Error('a latency needs at least one round')
  const { rate, perSecond, p50, p99, failed } = middle
  console.log(
    `at ${rate}/s: ${perSecond.toFixed(0)}/s, p50 ${p50} ms, p99 ${p99} ms, ${failed} failed`,
  )
  return middle
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
