import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openOutside } from '../delivery/open-outside.ts'
import { type DownloadBounds, download } from './download.ts'

/** More than the buffers between two programs hold, so that of half of it some has arrived. */
const LENGTH = 24_000_000
const HALF = LENGTH / 2
const CONTENT = Buffer.alloc(LENGTH, Buffer.from(Array.from({ length: 251 }, (_, index) => index)))
const BOUNDS: DownloadBounds = { maxBytes: LENGTH, timeoutMs: 20_000, waitsMs: [0, 0] }

type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void

let how: Answer = () => {}
let asked: IncomingMessage[] = []
let directory: string
let origin: string

const server = createServer((request, response) => {
  asked.push(request)
  how(request, response, asked.length)
})
const outside = openOutside({ allowedNetworks: ['127.0.0.1'] })

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fangxing-download-test-'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(async () => {
  server.closeAllConnections()
  server.close()
  await rm(directory, { recursive: true, force: true })
})

async function fetched(answer: Answer, bounds: Partial<DownloadBounds> = {}, url = `${origin}/a`) {
  how = answer
  asked = []
  const path = join(directory, 'file')
  const ended = await download(url, path, outside, { ...BOUNDS, ...bounds })
  return 'code' in ended ? ended : { ...ended, content: await readFile(path) }
}

const whole: Answer = (_, response) => response.end(CONTENT)

/** Breaks off after half, the first time; then answers as `rest` says. */
const halves = (etag: string, rest: Answer): Answer => {
  return (request, response, nth) => {
    if (nth > 1) return rest(request, response, nth)
    response.writeHead(200, { etag, 'content-length': CONTENT.length })
    response.write(CONTENT.subarray(0, HALF), () => response.destroy())
  }
}

test('a file comes as it is, with its first bytes', async () => {
  const ended = await fetched(whole)
  assert('content' in ended)
  assert.ok(ended.content.equals(CONTENT))
  assert.equal(ended.bytes, CONTENT.length)
  assert.deepEqual(Buffer.from(ended.head), CONTENT.subarray(0, 64))
})

test('what broke off is taken up again where it did', async () => {
  const ended = await fetched(
    halves('"v1"', (request, response) => {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1])
      response.writeHead(206, { 'content-range': `bytes ${from}-${LENGTH - 1}/${LENGTH}` })
      response.end(CONTENT.subarray(from))
    }),
  )
  assert('content' in ended)
  assert.ok(ended.content.equals(CONTENT))
  assert.match(asked[1]?.headers.range ?? '', /^bytes=[1-9]\d*-$/)
  assert.equal(asked[1]?.headers['if-range'], '"v1"')
})

test('a file that changed meanwhile is fetched from the beginning', async () => {
  const changed = Buffer.alloc(30, 7)
  const ended = await fetched(halves('"v1"', (_, response) => response.end(changed)))
  assert('content' in ended)
  assert.deepEqual(ended.content, changed)
})

test('without a strong tag nothing is taken up', async () => {
  const ended = await fetched(halves('W/"v1"', whole))
  assert('content' in ended)
  assert.ok(ended.content.equals(CONTENT))
  assert.equal(asked[1]?.headers.range, undefined)
})

/** Answers a request for the rest as told, and any other with the whole file. */
const restOr =
  (answer: (response: ServerResponse, from: number) => void): Answer =>
  (request, response, nth) => {
    const from = /bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]
    if (from === undefined) whole(request, response, nth)
    else answer(response, Number(from))
  }

const unfit: [name: string, answer: (response: ServerResponse, from: number) => void][] = [
  [
    'of another file',
    (response, from) => {
      const range = `bytes ${from}-${LENGTH - 1}/${LENGTH}`
      response.writeHead(206, { 'content-range': range, etag: '"v2"' })
      response.end(Buffer.alloc(LENGTH - from, 9))
    },
  ],
  [
    'of a file of another length',
    (response, from) => {
      response.writeHead(206, { 'content-range': `bytes ${from}-${from + 9}/${from + 10}` })
      response.end(Buffer.alloc(10, 9))
    },
  ],
  [
    'from another place',
    (response) => {
      response.writeHead(206, { 'content-range': `bytes 9-${LENGTH - 1}/${LENGTH}` })
      response.end(CONTENT.subarray(9))
    },
  ],
  [
    'that goes on after its end',
    (response, from) => {
      response.writeHead(206, { 'content-range': `bytes ${from}-${LENGTH - 1}/${LENGTH}` })
      response.end(Buffer.alloc(LENGTH - from + 1, 9))
    },
  ],
  [
    'of which nobody says where it ends',
    (response, from) => {
      response.writeHead(206, { 'content-range': `bytes ${from}-${LENGTH - 1}/*` })
      response.end(Buffer.alloc(LENGTH - from, 9))
    },
  ],
  ['that is not to be had (416)', (response) => response.writeHead(416).end()],
  ['that is another by now (412)', (response) => response.writeHead(412).end()],
]

for (const [name, answer] of unfit) {
  test(`after a rest ${name} the file is fetched from the beginning`, async () => {
    const ended = await fetched(halves('"v1"', restOr(answer)), { maxBytes: LENGTH + 1 })
    assert('content' in ended)
    assert.ok(ended.content.equals(CONTENT))
    assert.equal(asked[2]?.headers.range, undefined)
  })
}

test('a file of unknown length is fetched from the beginning', async () => {
  const ended = await fetched((request, response, nth) => {
    if (nth > 1) return whole(request, response, nth)
    response.writeHead(200, { etag: '"v1"' })
    response.write(CONTENT.subarray(0, HALF), () => response.destroy())
  })
  assert('content' in ended)
  assert.ok(ended.content.equals(CONTENT))
  assert.equal(asked[1]?.headers.range, undefined)
})

test('a rest that comes in slices is put together', async () => {
  const ended = await fetched(
    halves(
      '"v1"',
      restOr((response, from) => {
        const end = Math.min(LENGTH, from + HALF / 2)
        response.writeHead(206, { 'content-range': `bytes ${from}-${end - 1}/${LENGTH}` })
        response.end(CONTENT.subarray(from, end))
      }),
    ),
    { waitsMs: [0, 0, 0, 0] },
  )
  assert('content' in ended)
  assert.ok(ended.content.equals(CONTENT))
})

test('a slice is not taken for the whole file', async () => {
  const ended = await fetched(
    halves(
      '"v1"',
      restOr((response, from) => {
        response.writeHead(206, { 'content-range': `bytes ${from}-${from + 9}/${LENGTH}` })
        response.end(CONTENT.subarray(from, from + 10))
      }),
    ),
  )
  assert.deepEqual(ended, { code: 'ANSWERED', details: { status: 206 } })
})

test('a part that never fits is refused', async () => {
  const ended = await fetched(
    halves('"v1"', (_, response) => {
      response.writeHead(206, { 'content-range': `bytes 9-${LENGTH - 1}/${LENGTH}` })
      response.end(CONTENT.subarray(9))
    }),
  )
  assert.deepEqual(ended, { code: 'ANSWERED', details: { status: 206 } })
})

test('what fails in passing is tried three times, what fails for good once', async () => {
  const status =
    (code: number): Answer =>
    (_, response) =>
      response.writeHead(code).end()
  assert.deepEqual(await fetched(status(503)), { code: 'ANSWERED', details: { status: 503 } })
  assert.equal(asked.length, 3)
  assert.deepEqual(await fetched(status(404)), { code: 'ANSWERED', details: { status: 404 } })
  assert.equal(asked.length, 1)
})

const refused: [name: string, code: string, answer: Answer][] = [
  ['a file that never ends', 'TOO_LONG', (_, response) => pour(response)],
  ['a file that is too large', 'TOO_LONG', (_, response) => response.end(Buffer.alloc(10_001))],
  [
    'a redirect to itself',
    'TOO_MANY_REDIRECTS',
    (_, response) => response.writeHead(302, { location: '/a' }).end(),
  ],
  [
    'a redirect to another address of this machine',
    'ADDRESS_REFUSED',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
  ],
  [
    'a redirect to where clouds keep their secrets',
    'ADDRESS_REFUSED',
    (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  ],
  [
    'a redirect to a file of the machine',
    'URL_REFUSED',
    (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  ],
]

for (const [name, code, answer] of refused) {
  test(`${name} is ${code}, and no address is told`, async () => {
    const ended = await fetched(answer, { maxBytes: 10_000 })
    assert('code' in ended)
    assert.equal(ended.code, code)
    assert.ok(!('address' in ended.details))
  })
}

/** Says one length and sends another, past everything that would set it right. */
const lying =
  (said: number, sent: number): Answer =>
  ({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${said}\r\ncontent-type: image/png\r\n\r\n`)
    socket.end(Buffer.alloc(sent, 1))
  }

test('of a file that says less than it sends, what it says is taken', async () => {
  const ended = await fetched(lying(10, 5000))
  assert('content' in ended)
  assert.equal(ended.bytes, 10)
})

test('a file that says more than it sends is not whole, and is not taken', async () => {
  const ended = await fetched(lying(5000, 10))
  assert('code' in ended)
  assert.equal(ended.code, 'UNREACHABLE')
  assert.equal(asked.length, 3)
})

test('a file of exactly the limit is taken', async () => {
  const ended = await fetched((_, response) => response.end(Buffer.alloc(10_000)), {
    maxBytes: 10_000,
  })
  assert('content' in ended)
})

test('a sender that says nothing is too slow', async () => {
  const ended = await fetched(() => {}, { timeoutMs: 50, waitsMs: [] })
  assert.deepEqual(ended, { code: 'TOO_SLOW', details: { timeoutMs: 50 } })
})

function pour(response: ServerResponse): void {
  if (response.destroyed) return
  response.write(Buffer.alloc(4096), () => setImmediate(pour, response))
}
