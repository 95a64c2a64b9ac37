/**
 * What lists of a million rows cost: the first page, the next one and each filter over the API, and
 * the longest task of the browser while somebody scrolls.
 *
 *     node bench/console/long-lists.ts            a million rows of each
 *     node bench/console/long-lists.ts 100000     fewer
 *
 * Server, database and browser share the machine. Times of the API are the middle of seven, asked one
 * after the other; of the browser's tasks it is the processor's time that counts, which other programs
 * do not lengthen. Prints one line for each list, and the tasks.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fillDemo, startServer } from '@fangxing/server'
import { startEmbeddedPostgres } from '@fangxing/storage'
import { buildConsole } from '../../apps/console/test/house.ts'
import { fillLists } from './fill-lists.ts'
import { traceScroll } from './trace-scroll.ts'

const ROUNDS = 7
const count = Number(process.argv[2] ?? 1_000_000)

const directory = mkdtempSync(join(tmpdir(), 'fangxing-bench-'))
const cluster = await startEmbeddedPostgres({ directory, log: () => {} })
const built = await buildConsole()
const server = await startServer({
  ...{ dataDirectory: directory, databaseUrl: cluster.url, port: 0, host: '127.0.0.1' },
  ...{ simulatedClock: false, consoleDirectory: built.directory, log: () => {} },
})
try {
  const { storage } = server.ports
  await fillDemo(storage)
  await fillLists(cluster.url, count, Date.now())
  const appid = (await storage.apps.list())[0]?.appid ?? ''
  const reviewer = await signIn('reviewer')
  const developer = await signIn('developer')
  await measure(reviewer, listsOf(appid), '')
  await measure(
    developer,
    ['/v1/notices?limit=30', '/v1/notices?unread=true&limit=100'],
    ' (developer)',
  )
  await measure(reviewer, [`/v1/standings?appids=${appid}`], '')
  for (const path of [`/apps/${appid}/checks`, '/queue', '/cases', '/notices?show=all']) {
    const asWhom = path.startsWith('/notices') ? developer : reviewer
    console.log(`${path}: ${await traceScroll(server.url, asWhom, path)}`)
  }
} finally {
  await server.close()
  await cluster.stop()
  await built.remove()
  rmSync(directory, { recursive: true, force: true })
}

function listsOf(appid: string): readonly string[] {
  return [
    '/v1/desk/queue?limit=50',
    '/v1/desk/queue?limit=50&kinds=picture',
    '/v1/desk/queue?limit=50&labels=20008',
    `/v1/desk/queue?limit=50&appid=${appid}`,
    '/v1/cases?limit=50',
    '/v1/cases?limit=50&state=decided',
    `/v1/cases?limit=50&state=decided&appid=${appid}`,
    `/v1/checks?limit=50&appid=${appid}`,
    `/v1/checks?limit=50&appid=${appid}&suggest=risky`,
    `/v1/checks?limit=50&appid=${appid}&writer=o-17`,
    '/v1/releases?limit=50&turn=developer',
  ]
}

/** The session of the first person with this role, as a cookie. */
async function signIn(role: 'reviewer' | 'developer'): Promise<string> {
  const { users, sessions } = server.ports.storage
  const user = (await users.list()).find(({ roles }) => roles.includes(role))
  if (user === undefined) throw new Error(`nobody is a ${role}`)
  return sessions.start(user.id, Date.now(), 3_600_000)
}

async function measure(session: string, paths: readonly string[], by: string): Promise<void> {
  for (const path of paths) {
    const first = await time(session, path)
    const { nextCursor } = first.body
    const next =
      typeof nextCursor === 'string'
        ? (await time(session, `${path}&cursor=${nextCursor}`)).ms.toFixed(0)
        : '–'
    console.log(`${path}${by}: first ${first.ms.toFixed(0)} ms, next ${next} ms`)
  }
}

async function time(session: string, path: string) {
  const times: number[] = []
  let body: { readonly nextCursor?: unknown } = {}
  for (let round = 0; round < ROUNDS; round += 1) {
    const begunAt = performance.now()
    const answer = await fetch(`${server.url}${path}`, {
      headers: { cookie: `fangxing_session=${session}` },
    })
    body = await answer.json()
    times.push(performance.now() - begunAt)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`)
  }
  times.sort((one, other) => one - other)
  return { ms: times[ROUNDS >> 1] ?? 0, body }
}
