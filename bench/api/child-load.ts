/**
 * The load, in a process of its own: takes one `LoadOrder` at a time and answers its `LoadReport`.
 *
 * A rate is kept as closely as the connections allow, and a request that had to wait for its turn is
 * counted as late: answers that come slowly are not left out (coordinated omission).
 */

import autocannon from 'autocannon'
import type { LoadOrder, LoadReport } from './load.ts'

process.on('disconnect', () => process.exit())
process.on('message', async (order: LoadOrder) => {
  let wrong = 0
  const requests = order.requests.map(({ path, type, body, encoding, expects }) => ({
    method: 'POST' as const,
    path,
    headers: { 'content-type': type },
    body: encoding === undefined ? body : Buffer.from(body, encoding),
    ...(expects === undefined
      ? {}
      : {
          onResponse(_status: number, answer: string) {
            if (!answer.includes(expects)) wrong += 1
          },
        }),
  }))
  let clients = 0
  const instance = autocannon({
    url: order.url,
    connections: order.connections,
    ...(order.amount === undefined ? { duration: order.seconds } : { amount: order.amount }),
    ...(order.rate === undefined ? {} : { overallRate: order.rate }),
    requests: requests.slice(0, 1),
    setupClient(client) {
      client.setRequests(shareOf(requests, clients, order.connections))
      clients += 1
    },
  })
  const result = await instance
  process.send?.({
    perSecond: result['2xx'] / result.duration,
    answered: result['2xx'],
    failed: result.errors + result.timeouts + result.non2xx + wrong,
    p50: result.latency.p50,
    p99: result.latency.p99,
    longest: result.latency.max,
  } satisfies LoadReport)
})

/** Each client writes all its requests out before it begins: with all of them, seconds would pass. */
function shareOf<Entry>(entries: readonly Entry[], nth: number, clients: number): Entry[] {
  return entries.filter((_entry, index) => index % clients === nth % clients)
}
