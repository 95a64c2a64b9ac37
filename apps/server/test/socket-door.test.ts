/** What is answered straight from the socket, and what goes to Node with every byte. */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { buildApp } from '../src/build-app.ts'
import { closeApp } from '../src/http/close-app.ts'
import { type Instance, makeProgram, type Program, startInstance } from './instance.ts'
import { until } from './until.ts'

const V2 = { version: 2, scene: 2, openid: 'oAbc_123-x', content: '今天天气不错' }

let instance: Instance
let program: Program
let port: number
/** Requests that Node read. */
let readByNode = 0

before(async () => {
  instance = await startInstance()
  program = await makeProgram(instance)
  const { app } = instance
  await app.listen({ host: '127.0.0.1', port: 0 })
  app.server.prependListener('request', () => {
    readByNode += 1
  })
  port = (app.server.address() as AddressInfo).port
})
after(() => instance.close())

function write(body: unknown = V2, ...more: readonly string[]): Buffer {
  const json = Buffer.from(JSON.stringify(body))
  const head = [
    `POST /wxa/msg_sec_check?access_token=${program.token} HTTP/1.1`,
    ...['Host: a', `Content-Length: ${json.length}`, ...more],
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), json])
}

interface Answer {
  readonly head: string
  readonly body: { readonly errcode: number; readonly trace_id?: string }
}

/** A connection, and what came on it. */
class Caller {
  readonly socket: Socket
  readonly answers: Answer[] = []
  private rest = Buffer.alloc(0)

  constructor(to = port) {
    this.socket = connect({ port: to, host: '127.0.0.1', noDelay: true })
    this.socket.on('error', () => {})
    this.socket.on('data', (bytes) => {
      this.rest = Buffer.concat([this.rest, bytes])
      while (this.takeAnswer());
    })
  }

  async ask(...pieces: readonly Buffer[]): Promise<readonly Answer[]> {
    const before = this.answers.length
    for (const piece of pieces) this.socket.write(piece)
    await until(() => this.answers.length > before || null)
    return this.answers.slice(before)
  }

  private takeAnswer(): boolean {
    const end = this.rest.indexOf('\r\n\r\n')
    const head = this.rest.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (end < 0 || this.rest.length < end + 4 + length) return false
    const body = JSON.parse(this.rest.toString('utf8', end + 4, end + 4 + length))
    this.answers.push({ head, body })
    this.rest = this.rest.subarray(end + 4 + length)
    return true
  }
}

/** How many of the requests that `act` sends Node read. */
async function countNode(act: () => Promise<void>): Promise<number> {
  const before = readByNode
  await act()
  return readByNode - before
}

test('one request after another is answered on its connection, and Node reads none', async () => {
  const caller = new Caller()
  const read = await countNode(async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      const [answer] = await caller.ask(write({ ...V2, content: `第${nth}条` }))
      assert.equal(answer?.body.errcode, 0)
      assert.match(answer?.head ?? '', /^HTTP\/1\.1 200 OK\r\n/)
    }
  })
  assert.equal(read, 0)
  assert.equal(new Set(caller.answers.map(({ body }) => body.trace_id)).size, 3)
  caller.socket.destroy()
})

test('a body that comes after its head is waited for, in as many pieces as it likes', async () => {
  const caller = new Caller()
  const whole = write()
  const start = whole.indexOf('{')
  const read = await countNode(async () => {
    const ends = [start, start + 10, start + 11, whole.length]
    for (const [nth, end] of ends.entries()) {
      caller.socket.write(whole.subarray(ends[nth - 1] ?? 0, end))
      await nextTurns()
    }
    await until(() => caller.answers.length === 1 || null)
  })
  assert.deepEqual([caller.answers[0]?.body.errcode, read], [0, 0])
  caller.socket.destroy()
})

test('a body that is half here when the app closes is answered, and its connection ends', async () => {
  const app = await buildApp(instance.ports)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const caller = new Caller((app.server.address() as AddressInfo).port)
  const ended = once(caller.socket, 'end')
  const [taken] = (await once(app.server, 'connection')) as [Socket]
  const whole = write()
  const half = whole.subarray(0, whole.length - 5)
  caller.socket.write(half)
  await until(() => taken.bytesRead === half.length || null)
  const closed = app.close()
  await until(() => (app.server.listening ? null : true))
  caller.socket.write(whole.subarray(whole.length - 5))
  await ended
  assert.equal(caller.answers[0]?.body.errcode, 0)
  assert.match(caller.answers[0]?.head ?? '', /\r\nconnection: close/i)
  await closed
})

test('who began a request and sends no more holds up no stop', async () => {
  const app = await buildApp(instance.ports)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const caller = new Caller((app.server.address() as AddressInfo).port)
  const [taken] = (await once(app.server, 'connection')) as [Socket]
  caller.socket.write(write().subarray(0, 10))
  await until(() => taken.bytesRead === 10 || null)
  const ended = once(caller.socket, 'close')
  await closeApp(app, 50)
  await ended
})

test('whose body does not come is given to Node, whose patience ends', async () => {
  const app = await buildApp(instance.ports, { requestTimeoutMs: 60 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const caller = new Caller((app.server.address() as AddressInfo).port)
  const [closed, taken] = [once(caller.socket, 'close'), once(app.server, 'request')]
  caller.socket.write(write().subarray(0, -5))
  await taken
  await closed
  await app.close()
})

test('the head of an answer says what Node says, but for the order', async () => {
  const [plain, other] = [new Caller(), new Caller()]
  const [[one], [two]] = await Promise.all([
    plain.ask(write()),
    other.ask(write(V2, 'X-A: 1', 'X-A: 2')),
  ])
  const fieldsOf = (head: string | undefined) =>
    (head ?? '').split('\r\n').map((line) => line.replace(/^(date|ratelimit): .*$/i, '$1'))
  assert.deepEqual(fieldsOf(one?.head).sort(), fieldsOf(two?.head).sort())
  plain.socket.destroy()
  other.socket.destroy()
})

const strange: [name: string, pieces: () => readonly Buffer[], answers: number][] = [
  ['a head in two pieces', () => [write().subarray(0, 30), write().subarray(30)], 1],
  [
    'a body above 16 KB that comes in pieces',
    () => [write({ ...V2, content: '好'.repeat(40_000) })],
    1,
  ],
  ['two requests at once', () => [Buffer.concat([write(), write()])], 2],
  ['a header that stands twice', () => [write(V2, 'X-A: 1', 'X-A: 2')], 1],
  ['another path', () => [Buffer.from('GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n')], 1],
  ['no HTTP', () => [Buffer.from('hello\r\n\r\n')], 0],
  ['a head without an end', () => [Buffer.alloc(9000, 'x')], 0],
]

for (const [name, pieces, answers] of strange) {
  test(`${name} is for Node, after a request that was not`, async () => {
    const caller = new Caller()
    await caller.ask(write())
    const closed = once(caller.socket, 'close')
    for (const piece of pieces()) {
      caller.socket.write(piece)
      await nextTurns()
    }
    await (answers === 0 ? closed : until(() => caller.answers.length === 1 + answers || null))
    caller.socket.destroy()
  })
}

test('a request before its turn is answered after the one before it, and both once', async () => {
  const caller = new Caller()
  const read = await countNode(async () => {
    caller.socket.write(write())
    await until(async () => (await openConnections()) > 0 || null)
    for (const nth of [1, 2, 3]) {
      caller.socket.write(write({ ...V2, scene: nth === 2 ? 9 : 2 }))
      await new Promise(setImmediate)
    }
    await until(() => caller.answers.length === 4 || null)
  })
  assert(read <= 3)
  assert.deepEqual(
    caller.answers.map(({ body }) => body.errcode),
    [0, 0, 40129, 0],
  )
  caller.socket.destroy()
})

test('who says that nothing more comes still gets the answer, then the end', async () => {
  const caller = new Caller()
  const ended = once(caller.socket, 'end')
  caller.socket.end(write())
  await ended
  assert.deepEqual(
    caller.answers.map(({ body }) => body.errcode),
    [0],
  )
})

test('who hangs up before the answer harms nobody', async () => {
  for (let nth = 0; nth < 5; nth += 1) {
    const caller = new Caller()
    await once(caller.socket, 'connect')
    caller.socket.write(write(), () => caller.socket.resetAndDestroy())
    await once(caller.socket, 'close')
  }
  const caller = new Caller()
  assert.equal((await caller.ask(write()))[0]?.body.errcode, 0)
  caller.socket.destroy()
})

test('a connection on which nothing comes is ended, as Node would', async () => {
  const app = await buildApp(instance.ports, { requestTimeoutMs: 60 })
  app.server.keepAliveTimeout = 100
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port: quietPort } = app.server.address() as AddressInfo
  const [silent, used] = [new Caller(quietPort), new Caller(quietPort)]
  const ends = Promise.all([once(silent.socket, 'close'), once(used.socket, 'close')])
  assert.equal((await used.ask(write()))[0]?.body.errcode, 0)
  await ends
  await app.close()
})

test('what is on its way when an app closes is answered, and its connection ends', async () => {
  const app = await buildApp(instance.ports)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port: otherPort } = app.server.address() as AddressInfo
  const callers = Array.from({ length: 5 }, () => new Caller(otherPort))
  for (const caller of callers) await caller.ask(write())
  const ends = Promise.all(callers.map(({ socket }) => once(socket, 'close')))
  for (const { socket } of callers) socket.write(write())
  await app.close()
  await ends
  for (const { answers } of callers) {
    assert.equal(answers[1]?.body.errcode, 0)
    assert.match(answers[1]?.head ?? '', /\r\nconnection: close/i)
  }
})

test('an app that closes ends quiet connections soon', async () => {
  const app = await buildApp(instance.ports)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port: otherPort } = app.server.address() as AddressInfo
  const [silent, used] = [new Caller(otherPort), new Caller(otherPort)]
  await used.ask(write())
  const ends = Promise.all([once(silent.socket, 'close'), once(used.socket, 'close')])
  await app.close()
  await ends
})

/** Some: what was written is sent and may have been read. */
async function nextTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await nextTurn()
}

function openConnections(): Promise<number> {
  return new Promise((resolve, reject) =>
    instance.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
}
