/**
 * What a million checks leave in memory: live objects after a collection, every tenth of the way.
 *
 * Run: `npm run memory -w bench [-- CHECKS]`. The heap of a server that remembers nothing it should
 * forget is flat from the second tenth on; the first fills what has a bound.
 */

import { openHouse } from './under-load.ts'

const [checks = 1_000_000] = process.argv.slice(2).map(Number)
const STEPS = 10
const CONNECTIONS = 128
const WORDS = 20_000
const MIB = 1024 * 1024

await openHouse({ words: WORDS, processes: 1 }, async ({ loader, server, stage }) => {
  const heaps: number[] = []
  for (let step = 1; step <= STEPS; step += 1) {
    const order = { url: server.url, requests: stage.requests, connections: CONNECTIONS }
    const report = await loader.run({ ...order, seconds: 0, amount: Math.ceil(checks / STEPS) })
    const { heap, rss } = await server.usage()
    heaps.push(heap / MIB)
    const memory = `heap ${(heap / MIB).toFixed(1)} MiB, resident ${(rss / MIB).toFixed(0)} MiB`
    console.log(`${Math.ceil((checks * step) / STEPS)} checks: ${memory}, ${report.failed} failed`)
  }
  const [, second = 0] = heaps
  console.log(`grown since the second tenth: ${((heaps.at(-1) ?? 0) - second).toFixed(1)} MiB`)
})
