/**
 * What a run needs at once: a database that has been in use, a stage on it, an echo, a server, a load;
 * ended with it.
 */

import { availableParallelism } from 'node:os'
import { onFreshCluster } from '../storage/cluster.ts'
import { runIn } from '../storage/run-in.ts'
import { type Loader, type Member, startLoader, startMember } from './load.ts'
import { prepareStage, type Stage } from './stage.ts'

export interface House {
  readonly databaseUrl: string
  readonly stage: Stage
  readonly echo: Member
  readonly server: Member
  readonly loader: Loader
  /** Another server on the same database; ended with the house. */
  another(...more: readonly string[]): Promise<Member>
}

/** So that a heap can be measured after a collection. */
const FLAGS = ['--expose-gc']
/** For some ten seconds after a start functions are still being compiled. */
const WARM_SECONDS = 8
/** However long they take: a server answers nothing before its list of words is compiled. */
const FIRST_ANSWERS = 500

export interface HouseOrder {
  /** The length of the list that texts are held against. */
  readonly words: number
  /** That answer requests, of the echo too: as many as the machine has cores, when absent. */
  readonly processes?: number
}

export async function openHouse(
  { words, processes = availableParallelism() }: HouseOrder,
  measure: (house: House) => Promise<void>,
): Promise<void> {
  await onFreshCluster(async (_storage, databaseUrl) => {
    await runIn(databaseUrl)
    const stage = await prepareStage(databaseUrl, words)
    const loader = startLoader()
    const members: Member[] = []
    const join = async (member: Promise<Member>) => {
      members.push(await member)
      return member
    }
    try {
      const echo = await join(startMember('child-echo.ts', [String(processes)]))
      const another = (...more: readonly string[]) =>
        join(startMember('child-server.ts', [databaseUrl, ...more], FLAGS))
      const server = await another('0', String(processes))
      for (const { url } of [echo, server]) await warm(loader, url, stage)
      await measure({ databaseUrl, stage, echo, server, loader, another })
    } finally {
      await loader.close()
      for (const member of members) await member.kill()
    }
  })
}

/** Compiled code, filled caches, open connections to the database. */
export async function warm(loader: Loader, url: string, { requests }: Stage): Promise<void> {
  const plain = requests.map(({ expects, ...request }) => request)
  const order = { url, requests: plain, connections: 16, seconds: WARM_SECONDS }
  await loader.run({ ...order, amount: FIRST_ANSWERS })
  await loader.run(order)
}
