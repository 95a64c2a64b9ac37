/**
 * `msg_sec_check` beside a bare Fastify echo: requests a second, in turns of one run.
 *
 * Servers, load and database share the cores of one machine, and the echo runs beside a database of
 * the same size that has nothing to do. In each round both are measured, one right after the other;
 * the ratio is the middle one of the rounds.
 */

import type { Loader, LoadReport, Member } from './load.ts'
import type { Stage } from './stage.ts'

export interface RatioOrder {
  readonly connections: number
  readonly seconds: number
  readonly rounds: number
}

export interface Ratio {
  readonly connections: number
  readonly echo: LoadReport
  readonly server: LoadReport
  /** Server over echo, the middle one of the rounds. */
  readonly ratio: number
}

export async function measureRatio(
  loader: Loader,
  { echo, server }: { readonly echo: Member; readonly server: Member },
  stage: Stage,
  { connections, seconds, rounds }: RatioOrder,
): Promise<Ratio> {
  const order = { requests: stage.requests, connections, seconds }
  const echoed = stage.requests.map(({ expects, ...request }) => request)
  const pairs: { echo: LoadReport; server: LoadReport; ratio: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const one = await loader.run({ ...order, requests: echoed, url: echo.url })
    const other = await loader.run({ ...order, url: server.url })
    pairs.push({ echo: one, server: other, ratio: other.perSecond / one.perSecond })
  }
  pairs.sort((one, other) => one.ratio - other.ratio)
  const middle = pairs[pairs.length >> 1]
  if (middle === undefined) throw new Error('a ratio needs at least one round')
  return { connections, ...middle }
}
