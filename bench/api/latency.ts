/**
 * How long answers take when less is asked than goes: echo and server in turns, each at a share of its
 * own most.
 */

import type { Loader, LoadReport, LoadRequest, Member } from './load.ts'
import { type Entrant, echoed, middleOf } from './ratio.ts'

/** How long the most is asked for before each. */
const MOST_SECONDS = 1

export interface LatencyOrder {
  readonly connections: number
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
  const measured = { echo: [] as Paced[], server: [] as Paced[] }
  for (let round = 0; round < order.rounds; round += 1) {
    measured.echo.push(await paced(loader, echo, echoed(stage), order))
    measured.server.push(await paced(loader, server, stage.requests, order))
  }
  const bySlowest = ({ p99 }: Paced) => p99
  return {
    share: order.share,
    echo: middleOf(measured.echo, bySlowest),
    server: middleOf(measured.server, bySlowest),
  }
}

/** Of what went right before: the most of a minute ago may be more than goes now. */
async function paced(
  loader: Loader,
  { url }: Member,
  requests: readonly LoadRequest[],
  { connections, seconds, share }: LatencyOrder,
): Promise<Paced> {
  const order = { url, requests, connections }
  const most = await loader.run({ ...order, seconds: MOST_SECONDS })
  const rate = Math.floor(most.perSecond * share)
  return { ...(await loader.run({ ...order, seconds, rate })), rate }
}
