/**
 * `msg_sec_check` beside a bare Fastify echo: requests a second, in turns of one run.
 *
 * Servers, load and database share the cores of one machine, and the echo runs beside a database of
 * the same size that has nothing to do. In each round every server is measured right after an echo of
 * the same requests; its ratio is the middle one of the rounds.
 */

import type { Loader, LoadReport, LoadRequest, Member } from './load.ts'
import type { Stage } from './stage.ts'

export interface RatioOrder {
  readonly connections: number
  /** Of each round: short ones, since a machine whose speed moves must not move between echo and server. */
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

/** A server, and what it is asked. */
export interface Entrant {
  readonly server: Member
  readonly stage: Stage
}

/** One for each entrant, in their order. */
export async function measureRatios(
  loader: Loader,
  echo: Member,
  entrants: readonly Entrant[],
  { connections, seconds, rounds }: RatioOrder,
): Promise<readonly Ratio[]> {
  const order = { connections, seconds }
  const measured = entrants.map((): Ratio[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [nth, { server, stage }] of entrants.entries()) {
      const one = await loader.run({ ...order, requests: echoed(stage), url: echo.url })
      const other = await loader.run({ ...order, requests: stage.requests, url: server.url })
      const ratio = other.perSecond / one.perSecond
      measured[nth]?.push({ connections, echo: one, server: other, ratio })
    }
  }
  return measured.map((all) => middleOf(all, ({ ratio }) => ratio))
}

/** The same requests, whose answers are an echo's. */
export function echoed({ requests }: Stage): readonly LoadRequest[] {
  return requests.map(({ expects, ...request }) => request)
}

/** The one that stands in the middle when they are sorted by a number. Throws when there is none. */
export function middleOf<Measured>(
  all: readonly Measured[],
  by: (one: Measured) => number,
): Measured {
  const middle = all.toSorted((one, other) => by(one) - by(other))[all.length >> 1]
  if (middle === undefined) throw new Error('a middle needs at least one round')
  return middle
}
