/**
 * Where the microseconds of a text check go: processor time for each answer, of the server, of
 * PostgreSQL and of the load, with parts left out; the echo beside it.
 *
 * Run: `npm run cost -w bench [-- SECONDS ROUNDS] [--save]`. One process each. Of the rounds the one
 * that cost least counts: what else the machine does only ever adds. PostgreSQL is read from /proc,
 * so this needs Linux.
 */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import pg from 'pg'
import type { Member } from './load.ts'
import { numbersGiven, saveRun } from './saved.ts'
import { type House, openHouse, warm } from './under-load.ts'

const [seconds = 3, rounds = 4] = numbersGiven()
const CONNECTIONS = 128
const WORDS = 20_000
/** What a clock tick of /proc is, on every Linux that we know. */
const TICK_US = 10_000

const VARIANTS: readonly [name: string, without: string][] = [
  ['a whole check', ''],
  ['not recorded', 'record'],
  ['not recorded, no classifier', 'record,classifier'],
  ['not recorded, no classifier, no words', 'record,classifier,words'],
]

export interface Cost {
  readonly name: string
  /** Microseconds of processor time for each answer. */
  readonly server: number
  readonly database: number
  readonly perSecond: number
}

await openHouse({ words: WORDS, processes: 1 }, async (house) => {
  const members: (readonly [name: string, member: Member])[] = [['a bare echo', house.echo]]
  for (const [name, without] of VARIANTS) {
    const member = without === '' ? house.server : await house.another('0', '1', without)
    await warm(house.loader, member.url, house.stage)
    members.push([name, member])
  }
  const folder = await findFolder(house.databaseUrl)
  const least = new Map<string, Cost>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, member] of members) {
      const cost = await measure(house, name, member, folder)
      if (cost.server < (least.get(name)?.server ?? Number.POSITIVE_INFINITY)) least.set(name, cost)
    }
  }
  for (const { name, server, database, perSecond } of least.values()) {
    const parts = `server ${server.toFixed(1)} us, database ${database.toFixed(1)} us`
    console.log(`${name}: ${parts}, ${perSecond.toFixed(0)}/s`)
  }
  saveRun('cost', [...least.values()])
})

async function measure(house: House, name: string, member: Member, folder: string): Promise<Cost> {
  const requests = house.stage.requests.map(({ expects, ...request }) => request)
  const [before, database] = [await member.cpuTime(), readDatabase(folder)]
  const order = { url: member.url, requests, connections: CONNECTIONS, seconds }
  const { answered, perSecond } = await house.loader.run(order)
  const after = await member.cpuTime()
  return {
    name,
    server: (after - before) / answered,
    database: Math.max(0, readDatabase(folder) - database) / answered,
    perSecond,
  }
}

async function findFolder(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  // Not as PostgreSQL names it: ours is told that it is wherever it was started.
  const folder = readlinkSync(`/proc/${rows[0]?.pid}/cwd`)
  await client.end()
  return folder
}

/** Processor time of every process that works in this folder, in microseconds. */
function readDatabase(folder: string): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + timeOf(pid, folder), 0)
}

function timeOf(pid: string, folder: string): number {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return 0
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Its own time in and outside of the system, and that of children that ended.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_US
  } catch {
    // It ended meanwhile, or is not ours.
    return 0
  }
}
