/**
 * The whole table of `msg_sec_check` beside a bare echo, what recording costs, and the latency at
 * four fifths of the most that goes. Run: `npm run api -w bench [-- SECONDS ROUNDS]`.
 */

import { cpus } from 'node:os'
import type { Member } from './load.ts'
import { measureRatio, type Ratio } from './ratio.ts'
import { type House, openHouse, warm } from './under-load.ts'

const [seconds = 4, rounds = 3] = process.argv.slice(2).map(Number)
const WORDS = [20_000, 100_000]
const CONNECTIONS = [1, 16, 128]
const MOST = 128
const SHARE_OF_THE_MOST = 0.8

console.log(
  `${cpus().length} cores shared by load, server and database; ${rounds} rounds of ${seconds} s`,
)
for (const words of WORDS) {
  await openHouse({ words }, async (house) => {
    console.log(`\n${words} listed words`)
    let most = 0
    for (const connections of CONNECTIONS) {
      const measured = await measure(house, house.server, connections)
      console.log(describe(measured))
      most = Math.max(most, measured.server.perSecond)
    }
    await atFourFifths(house, most)
    if (words === WORDS[0]) await costOfRecording(house)
  })
}

function measure({ loader, echo, stage }: House, server: Member, connections: number) {
  return measureRatio(loader, { echo, server }, stage, { connections, seconds, rounds })
}

async function atFourFifths({ loader, server, stage }: House, most: number): Promise<void> {
  const rate = Math.floor(most * SHARE_OF_THE_MOST)
  const order = { url: server.url, requests: stage.requests, connections: MOST, seconds }
  const { perSecond, p50, p99, failed } = await loader.run({ ...order, rate })
  console.log(
    `at ${rate}/s: ${perSecond.toFixed(0)}/s, p50 ${p50} ms, p99 ${p99} ms, ${failed} failed`,
  )
}

async function costOfRecording(house: House): Promise<void> {
  const unrecorded = await house.another('0', '1', 'unrecorded')
  const recorded = await house.another('0', '1')
  for (const { url } of [unrecorded, recorded]) await warm(house.loader, url, house.stage)
  console.log(`one process, not recorded: ${describe(await measure(house, unrecorded, MOST))}`)
  console.log(`one process, recorded:     ${describe(await measure(house, recorded, MOST))}`)
}

function describe({ connections, echo, server, ratio }: Ratio): string {
  const side = ({ perSecond, p50, p99 }: Ratio['echo']) =>
    `${perSecond.toFixed(0).padStart(6)}/s p50 ${p50} ms p99 ${p99} ms`
  const failed = server.failed === 0 ? '' : `, ${server.failed} failed`
  return `${String(connections).padStart(4)} connections: ${ratio.toFixed(2)} · echo ${side(echo)} · server ${side(server)}${failed}`
}
