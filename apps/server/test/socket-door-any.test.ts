/** Whatever bytes come, in whatever pieces: with the socket door the answers are those of Node alone. */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { buildApp } from '../src/build-app.ts'
import type { App } from '../src/http/app.ts'
import { type Instance, makeProgram, startInstance } from './instance.ts'

let instance: Instance
let token: string
const apps: App[] = []

before(async () => {
  instance = await startInstance()
  token = (await makeProgram(instance)).token
  // Whoever waits for bytes that do not come is left in the end.
  const options = { requestTimeoutMs: 3000 }
  const alone = await buildApp(instance.ports, options)
  const [enter] = createServer().listeners('connection') as (() => void)[]
  assert(enter !== undefined)
  alone.server.removeAllListeners('connection').on('connection', enter)
  apps.push(await buildApp(instance.ports, options), alone)
  for (const app of apps) await app.listen({ host: '127.0.0.1', port: 0 })
})
after(async () => {
  for (const app of apps) await app.close()
  await instance.close()
})

function write(body: unknown, ...more: readonly string[]): string {
  const json = JSON.stringify(body)
  const head = [
    `POST /wxa/msg_sec_check?access_token=${token} HTTP/1.1`,
    ...['Host: a', `Content-Length: ${json.length}`, ...more],
  ]
  return `${head.join('\r\n')}\r\n\r\n${json}`
}

const V2 = { version: 2, scene: 2, openid: 'oAbc_123-x', content: 'hello' }

/** Statuses and numbers of all answers on one connection, in order. */
async function tell(app: App, pieces: readonly string[]): Promise<readonly string[]> {
  const socket = connect({
    ...{ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1', noDelay: true },
  })
  const bytes: Buffer[] = []
  socket.on('error', () => {}).on('data', (piece: Buffer) => bytes.push(piece))
  const closed = once(socket, 'close')
  for (const piece of pieces) {
    socket.write(piece, 'latin1')
    for (let turn = 0; turn < 3; turn += 1) await nextTurn()
  }
  await closed
  const all = Buffer.concat(bytes).toString()
  return [...all.matchAll(/HTTP\/1\.1 (\d{3})|"errcode":(-?\d+)/g)].map(
    ([, status, errcode]) => status ?? `errcode ${errcode}`,
  )
}

/**
 * Where both first differ, one refuses or ends. Node itself refuses what stands behind a broken request
 * before or after it has answered, as its bytes happen to come.
 */
function differInRefusal(some: readonly string[], others: readonly string[]): boolean {
  const longer = some.length > others.length ? some : others
  const at = longer.findIndex((_answer, nth) => some[nth] !== others[nth])
  return [some[at], others[at]].some((answer) => answer === undefined || answer === '400')
}

const anyRequest = fc.oneof(
  fc.constant(() => write(V2)),
  fc.constant(() => write({ ...V2, scene: 9 })),
  fc.constant(() => write(V2, 'X-A: 1', 'x-a: 2')),
  fc.constant(() => 'GET /wxa/nothing HTTP/1.1\r\nHost: a\r\n\r\n'),
)
/** The connection ends behind it. */
const LAST = 'GET /wxa/nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
const anyEdit = fc.tuple(
  fc.nat(),
  fc.constantFrom('', '\r\n', '\n', ' ', ':', '\0', 'POST ', '\r\n\r\n', '\xff'),
)

test('any requests, spoilt anywhere, cut anywhere, are answered as by Node alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRequest, { minLength: 1, maxLength: 3 }),
      fc.array(anyEdit, { maxLength: 1 }),
      fc.array(fc.nat(), { maxLength: 3 }),
      async (requests, edits, cuts) => {
        let text = requests.map((make) => make()).join('')
        for (const [at, put] of edits) {
          const place = at % text.length
          text = text.slice(0, place) + put + text.slice(place)
        }
        text += LAST
        const places = cuts.map((cut) => cut % text.length).sort((one, other) => one - other)
        const ends = [...places, text.length]
        const pieces = ends.map((end, nth) => text.slice(ends[nth - 1] ?? 0, end))
        const [withDoor = [], alone = []] = await Promise.all(apps.map((app) => tell(app, pieces)))
        if (edits.length > 0 && differInRefusal(withDoor, alone)) return
        assert.deepEqual(withDoor, alone, JSON.stringify(pieces))
      },
    ),
    { numRuns: 60 },
  )
})
