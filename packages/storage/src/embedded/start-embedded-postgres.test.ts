import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { AppError } from '@fangxing/contract'
import pg from 'pg'
import { makeTemporaryFolder } from '../contract-suite/temporary-folder.ts'
import { type Child, runInChild } from './in-child.ts'
import { isAlive } from './leftover.ts'
import { type EmbeddedOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts'

const isRoot = process.geteuid?.() === 0
const NOBODY = { uid: 65534, gid: 65534 }

let template: string
let directory: string
let children: Child[]
let said: string[]

before(async () => {
  template = makeTemporaryFolder()
  await (await startEmbeddedPostgres({ directory: template, log: () => {} })).stop()
})

after(() => rmSync(template, { recursive: true, force: true }))

beforeEach(() => {
  directory = makeTemporaryFolder()
  children = []
  said = []
})

afterEach(async () => {
  for (const child of children) await child.kill()
  const pid = postmasterPid()
  if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGQUIT')
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

function start(more: Partial<EmbeddedOptions> = {}) {
  return startEmbeddedPostgres({ directory, log: ({ en }) => said.push(en), ...more })
}

/** A directory that was started before: copying one is faster than making it. */
function startedBefore(): void {
  spawnSync('cp', ['-a', `${template}/.`, directory])
}

function inChild(script: string, account?: { uid: number; gid: number }): Child {
  const child = runInChild(script, directory, account)
  children.push(child)
  return child
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

function postmasterPid(): number | null {
  const file = join(directory, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

function hasCode(code: string) {
  return (error: unknown) => error instanceof AppError && error.code === code
}

test('the first start says so, the second finds the data, and fsync is on', async () => {
  const first = await start()
  assert.equal(said.filter((line) => line.includes('First start')).length, 1)
  await query(first.url, 'create table kept as select 7 as n')
  await first.stop()
  assert.equal(postmasterPid(), null)

  const second = await start()
  assert.equal(said.length, 1)
  assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 7 }])
  const settings = await query(
    second.url,
    `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
            current_setting('server_encoding') as encoding`,
  )
  assert.deepEqual(settings, [{ fsync: 'on', checksums: 'on', encoding: 'UTF8' }])
  await second.stop()
})

test('a second start on the same directory is refused, in this process and in another', async () => {
  startedBefore()
  const cluster = await start()
  await assert.rejects(start(), hasCode('STORAGE_LOCKED'))
  const other = inChild(`
    await startEmbeddedPostgres({ directory, log }).catch((error) => say([error.code, error.details]))`)
  assert.deepEqual(await other.next(), ['STORAGE_LOCKED', { directory, pid: process.pid }])
  assert.equal((await query(cluster.url, 'select 1 as n')).length, 1)
  await cluster.stop()
})

test('after a kill -9 the next start takes over, with every acknowledged row', async () => {
  startedBefore()
  const writer = inChild(`
    import pg from 'pg'
import { makeTemporaryFolder } from '../contract-suite/temporary-folder.ts'
    const { url } = await startEmbeddedPostgres({ directory, log })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table acknowledged (n int)')
    for (let n = 1; ; n += 1) {
      await client.query('insert into acknowledged values ($1)', [n])
      say(n)
    }`)
  let last = 0
  while (last < 200) last = Number(await writer.next())
  await writer.kill()
  const leftover = postmasterPid()
  assert.ok(leftover !== null && isAlive(leftover))

  const cluster = await start()
  assert.ok(said.some((line) => line.includes(String(leftover))))
  assert.equal(isAlive(leftover), false)
  const [row] = await query(cluster.url, 'select max(n), count(*)::int from acknowledged')
  assert.ok(Number(row?.max) >= last)
  assert.equal(row?.count, row?.max)
  await cluster.stop()
})

test('after a kill -9 of the database itself the next start recovers', async () => {
  startedBefore()
  const holder = inChild(`
    const { url } = await startEmbeddedPostgres({ directory, log })
    say(url)
    await stay()`)
  const url = String(await holder.next())
  await query(url, 'create table kept as select 7 as n')
  const pid = postmasterPid()
  assert.ok(pid)
  await holder.kill()
  process.kill(pid, 'SIGKILL')

  const cluster = await start()
  assert.deepEqual(await query(cluster.url, 'select n from kept'), [{ n: 7 }])
  await cluster.stop()
})

test('a pid file whose pid belongs to another program by now does not stop a start', async () => {
  startedBefore()
  const file = join(directory, 'postgres', 'postmaster.pid')
  for (const pid of [process.pid, 1, 4_000_000]) {
    const owner = statSync(join(directory, 'postgres'))
    writeFileSync(file, `${pid}\n${directory}/postgres\n1\n5432\n.\n\n  1 1\nready\n`)
    chownSync(file, owner.uid, owner.gid)
    await (await start()).stop()
  }
})

test('a cluster whose making was interrupted is made again', async () => {
  mkdirSync(join(directory, 'postgres.partial'))
  writeFileSync(join(directory, 'postgres.partial', 'PG_VERSION'), '18\n')
  await (await start()).stop()
  assert.equal(existsSync(join(directory, 'postgres.partial')), false)
})

test('a cluster of another major version is left alone, with a sentence', async () => {
  mkdirSync(join(directory, 'postgres'))
  writeFileSync(join(directory, 'postgres', 'PG_VERSION'), '17\n')
  await assert.rejects(start(), (error) => {
    return hasCode('STORAGE_CANNOT_START')(error) && /17 cluster/.test(JSON.stringify(error))
  })
})

test('a file in the place of the directory is told by name', async () => {
  const file = join(directory, 'file')
  writeFileSync(file, '')
  await assert.rejects(start({ directory: file }), (error) => {
    return hasCode('STORAGE_CANNOT_START')(error) && JSON.stringify(error).includes(file)
  })
})

test('a database that ends at once says why', async () => {
  startedBefore()
  const file = join(directory, 'postgres', 'postgresql.conf')
  writeFileSync(file, 'shared_buffers = nonsense\n')
  await assert.rejects(start(), (error) => {
    return hasCode('STORAGE_CANNOT_START')(error) && /shared_buffers/.test(JSON.stringify(error))
  })
})

test('a directory with a name too long for a socket serves all the same', async () => {
  const deep = join(directory, 'd'.repeat(120), '数据 与 空格')
  const cluster = await startEmbeddedPostgres({ directory: deep, log: () => {} })
  assert.equal((await query(cluster.url, 'select 1 as n')).length, 1)
  await cluster.stop()
})

test('on a port it asks for the password', async () => {
  startedBefore()
  const { url, stop } = await start({ listen: 'loopback' })
  assert.match(url, /@127\.0\.0\.1:\d+\//)
  assert.equal((await query(url, 'select 1 as n')).length, 1)
  const wrong = new URL(url)
  wrong.password = 'guess'
  await assert.rejects(query(wrong.href, 'select 1'), /password authentication failed/)
  await stop()
})

test('root starts it as another account, below a folder that account cannot enter', {
  skip: isRoot ? false : 'needs root',
}, async () => {
  chmodSync(directory, 0o700)
  const below = join(directory, 'private', 'data')
  mkdirSync(below, { recursive: true, mode: 0o700 })
  const cluster = await startEmbeddedPostgres({ directory: below, log: () => {} })
  const owner = statSync(join(below, 'postgres')).uid
  assert.notEqual(owner, 0)
  await cluster.stop()
})

test('an ordinary account starts it as itself', {
  skip: isRoot ? false : 'the other tests run as one',
}, async () => {
  chownSync(directory, NOBODY.uid, NOBODY.gid)
  const child = inChild(
    `const cluster = await startEmbeddedPostgres({ directory, log })
     const storage = await openStorage({ url: cluster.url })
     say(await storage.isReachable())
     await storage.close()
     await cluster.stop()
     say('stopped')`,
    NOBODY,
  )
  assert.equal(await child.next(), true)
  assert.equal(await child.next(), 'stopped')
  assert.equal(statSync(join(directory, 'postgres')).uid, NOBODY.uid)
})
