/** The text check over a socket, ahead of the framework, answers as its route does. */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Instance, makeProgram, type Program, startInstance } from './instance.ts'

const PATH = '/wxa/msg_sec_check'
const V2 = { version: 2, scene: 2, openid: 'oAbc_123-x', content: '今天天气不错' }
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
const MIB = 1024 * 1024

let instance: Instance
let program: Program
let port: number
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

before(async () => {
  instance = await startInstance()
  program = await makeProgram(instance)
  await instance.app.listen({ host: '127.0.0.1', port: 0 })
  port = (instance.app.server.address() as AddressInfo).port
})
after(async () => {
  agent.destroy()
  await instance.close()
})

interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent one after the other. */
  readonly pieces: readonly Buffer[]
}

interface Told {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Record<string, unknown>
}

function askSocket({ method = 'POST', path, headers, pieces }: Asked): Promise<Told> {
  const { promise, resolve, reject } = Promise.withResolvers<Told>()
  const sent = request({ host: '127.0.0.1', port, agent, method, path, headers })
  sent.on('error', reject)
  sent.on('response', async (response: IncomingMessage) => {
    const chunks = await Array.fromAsync(response)
    const body = JSON.parse(Buffer.concat(chunks).toString())
    resolve({ status: response.statusCode, headers: response.headers, body })
  })
  const next = (nth: number): void => {
    const piece = pieces[nth]
    if (piece === undefined) sent.end()
    else sent.write(piece, () => next(nth + 1))
  }
  next(0)
  return promise
}

async function askRoute({ method = 'POST', path, headers = {}, pieces }: Asked): Promise<Told> {
  const answer = await instance.app.inject({
    ...{ method, url: path ?? '', headers },
    ...(pieces.length === 0 ? {} : { payload: Buffer.concat(pieces) }),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}

/** Without what differs from answer to answer. */
function compare({ status, headers, body }: Told) {
  const told = JSON.stringify(body).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{8}){2}/g, 'named')
  const { 'content-type': type, 'x-content-type-options': options, ...others } = headers
  return { status, body: told, type, options, policy: others['ratelimit-policy'] }
}

const json = (body: unknown) => [Buffer.from(JSON.stringify(body))]
const JSON_TYPE = { 'content-type': 'application/json' }
const sized = (pieces: readonly Buffer[], more: Readonly<Record<string, string>> = JSON_TYPE) => ({
  headers: { ...more, 'content-length': String(Buffer.concat(pieces).length) },
  pieces,
})
const plain = (body: unknown) => sized(json(body))
const [whole] = json(V2) as [Buffer]

const rows: [name: string, asked: Asked, errcode: number][] = [
  ['a clean text', plain(V2), 0],
  ['a risky one', plain({ ...V2, content: RISKY }), 0],
  ['one with our own fields', plain({ ...V2, content: RISKY, fangxing: true }), 0],
  ['a clean one with our own fields', plain({ ...V2, fangxing: true }), 0],
  ['a profile with a nickname', plain({ ...V2, scene: 1, nickname: RISKY }), 0],
  ['the first shape, risky', plain({ content: RISKY }), 87014],
  ['a scene out of the table', plain({ ...V2, scene: 9 }), 40129],
  ['too long a text', plain({ ...V2, content: '好'.repeat(2501) }), 45002],
  ['a body in two pieces', sized([whole.subarray(0, 40), whole.subarray(40)]), 0],
  ['a body of unknown length', { headers: JSON_TYPE, pieces: [whole] }, 0],
  ['no body', { headers: JSON_TYPE, pieces: [] }, 44002],
  ['a body above the limit', sized([Buffer.alloc(5 * MIB, 'x')]), 45002],
  ['bytes that are no UTF-8', sized([Buffer.from([0x7b, 0xc4, 0xe3, 0x7d])]), 47001],
  ['a byte order mark', sized([Buffer.from('\ufeff'), whole]), 0],
  ['a type of its own', sized([whole], { 'content-type': 'text/plain' }), 0],
  ['GET', { method: 'GET', pieces: [] }, 43002],
  ['no token', { ...plain(V2), path: PATH }, 41001],
  ['an unknown token', { ...plain(V2), path: `${PATH}?access_token=${'x'.repeat(40)}` }, 40001],
  ['a token of another form', { ...plain(V2), path: `${PATH}?access_token=x` }, 40014],
]

for (const [name, asked, errcode] of rows) {
  test(`${name} is answered alike over a socket and by the route`, async () => {
    const order = { path: `${PATH}?access_token=${program.token}`, ...asked }
    const told = await askSocket(order)
    assert.equal(told.body.errcode, errcode)
    assert.deepEqual(compare(told), compare(await askRoute(order)))
  })
}

test('an escaped token and a second field of the query are read, too', async () => {
  const escaped = `%${program.token.charCodeAt(0).toString(16)}${program.token.slice(1)}`
  for (const query of [`access_token=${escaped}`, `access_token=${program.token}&more=1`]) {
    assert.equal((await askSocket({ ...plain(V2), path: `${PATH}?${query}` })).body.errcode, 0)
  }
})

test('a refusal names its request, and no two the same', async () => {
  const ask = async () => {
    const path = `${PATH}?access_token=${program.token}`
    const { body } = await askSocket({ ...plain({ ...V2, scene: 9 }), path })
    return /rid: ([0-9a-f-]{26})$/.exec(String(body.errmsg))?.[1]
  }
  const [one, other] = [await ask(), await ask()]
  assert(one !== undefined && other !== undefined && one !== other)
})

test('a check over a socket is on record', async () => {
  const path = `${PATH}?access_token=${program.token}`
  const { body } = await askSocket({ ...plain({ ...V2, content: RISKY }), path })
  const kept = await instance.storage.checks.find(String(body.trace_id))
  assert.equal(kept?.suggest, 'risky')
})

test('what is on its way when the app closes is answered, and its connection ends', async () => {
  const { server } = instance.app
  const path = `${PATH}?access_token=${program.token}`
  // A header that stands twice: for Node.
  const headers = { ...JSON_TYPE, 'content-length': whole.length, 'x-a': ['1', '2'] }
  const sent = request({ host: '127.0.0.1', port, agent, method: 'POST', path, headers })
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  const taken = once(server, 'request')
  sent.write(whole.subarray(0, 40))
  await taken
  const closed = instance.app.close()
  for (let turn = 0; server.listening && turn < 10_000; turn += 1) await nextTurn()
  assert.equal(server.listening, false)
  sent.end(whole.subarray(40))
  const [response] = await answered
  const { errcode } = JSON.parse(Buffer.concat(await Array.fromAsync(response)).toString())
  assert.deepEqual([errcode, response.headers.connection], [0, 'close'])
  await closed
})
