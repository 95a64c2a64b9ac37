import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@fangxing/contract'
import { type RunningServer, type ServerOptions, startServer } from '@fangxing/server'

// Only Linux shares a port among processes, and tells of them in /proc.
const options = { skip: process.platform === 'linux' ? false : 'needs Linux' }
const CONNECTIONS = 48

const log: string[] = []
let directory: string
let server: RunningServer

function ordered(more: Partial<ServerOptions> = {}): ServerOptions {
  return {
    dataDirectory: directory,
    port: 0,
    host: '127.0.0.1',
    simulatedClock: false,
    log: (line) => log.push(line),
    ...more,
  }
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fangxing-doors-'))
  if (!options.skip) server = await startServer(ordered({ processes: 2 }))
})
after(async () => {
  await server?.close()
  await rm(directory, { recursive: true, force: true })
})

function doors(): readonly number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return children
    .split(' ')
    .flatMap((pid) => (pid.trim() === '' ? [] : Number(pid)))
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('door-main'))
}

function socketsOf(pid: number): number {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).filter((fd) => {
    try {
      return readlinkSync(join(folder, fd)).startsWith('socket:')
    } catch {
      return false
    }
  }).length
}

async function askOverMany(agent: Agent): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const [response] = await once(get(`${server.url}/v1/health`, { agent }), 'response')
      response.resume()
      return response.statusCode as number
    }),
  )
}

test('connections are shared out, and every one is answered', options, async () => {
  const [door = 0] = doors()
  const before = socketsOf(door)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const statuses = await askOverMany(agent)
  assert.deepEqual(new Set(statuses), new Set([200]))
  assert.ok(socketsOf(door) - before > 5, `${before} sockets, then ${socketsOf(door)}`)
  agent.destroy()
})

test('a door that was killed is opened again', options, async () => {
  const [killed = 0] = doors()
  process.kill(killed, 'SIGKILL')
  const deadline = Date.now() + 60_000
  while (doors().length === 0 || doors().includes(killed)) {
    assert(Date.now() < deadline, 'no other door was opened')
    await wait(50)
  }
  assert.match(log.join('\n'), /error DOOR ended with SIGKILL; opened again/)
})

test('a second server does not share the port unnoticed', options, async () => {
  const port = Number(new URL(server.url).port)
  const { databaseUrl } = JSON.parse(readFileSync(join(directory, 'running.json'), 'utf8'))
  await assert.rejects(
    startServer(ordered({ port, databaseUrl, processes: 2 })),
    (error) => error instanceof AppError && error.code === 'PORT_IN_USE',
  )
})

test('a simulated clock is refused with several processes', async () => {
  await assert.rejects(
    startServer(ordered({ processes: 2, simulatedClock: true })),
    (error) => error instanceof AppError && error.code === 'SETTING_MALFORMED',
  )
})

test('doors close with their server', options, async () => {
  await server.close()
  assert.deepEqual(doors(), [])
})
