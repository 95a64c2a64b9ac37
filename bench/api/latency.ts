/**
 * How long answers take when less is asked than goes: echo and server in turns, each at a share of its
 * own most.
 */

import type { Loader, LoadReport, LoadRequest, Member } from './load.ts'
import { type Entrant, echoed, middleOf } from './ratio.ts'

/** The most is the middle of so many runs: four fifths of a lucky one may be more than goes later. */
const MOST = { seconds: 2, rounds: 3 }

export interface LatencyOrder {
  readonly connections: number
  /** Of each round: long enough for a stall and the catching up after it. */
  readonly seconds: number
  readonly rounds: number
  /** Of what goes. */
  readonly share: number
}

export interface Latency {
  readonly share: number
  /** Of its rounds the one whose slowest hundredth took the middle time; the server's, too. */
  readonly echo: Paced
  readonly server: Paced
}
export type Paced = LoadReport & { readonly rate: number }

export async function measureLatency(
  loader: Loader,
  echo: Member,
  { server, stage }: Entrant,
  order: LatencyOrder,
): Promise<Latency> {
  const both = {
    echo: await pace(loader, echo, echoed(stage), order),
    server: await pace(loader, server, stage.requests, order),
  }
  const measured = { echo: [] as Paced[], server: [] as Paced[] }
  for (let round = 0; round < order.rounds; round += 1) {
    measured.echo.push(await both.echo())
    measured.server.push(await both.server())
  }
  const bySlowest = ({ p99 }: Paced) => p99
  return {
    share: order.share,
    echo: middleOf(measured.echo, bySlowest),
    server: middleOf(measured.server, bySlowest),
  }
}

/** What makes one round, at the share of what goes now. */
async function pace(
  loader: Loader,
  { url }: Member,
  requests: readonly LoadRequest[],
  { connections, seconds, share }: LatencyOrder,
): Promise<() => Promise<Paced>> {
  const order = { url, requests, connections }
  const most: number[] = []
  for (let round = 0; round < MOST.rounds; round += 1) {
    most.push((await loader.run({ ...order, seconds: MOST.seconds })).perSecond)
  }
  const rate = Math.floor(middleOf(most, (perSecond) => perSecond) * share)
  return async () => ({ ...(await loader.run({ ...order, seconds, rate })), rate })
}
