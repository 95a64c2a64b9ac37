import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { type PageEngine, type PageManifest, startPageEngine } from '@fangxing/page'
import { pageOf, TEXT, TITLE } from './pages.ts'

const limits = {
  watch: 1000,
  motion: 200,
  navigation: 8000,
  run: 10_000,
  screens: 3,
  bytes: 4 * 1024 * 1024,
}
let engine: PageEngine
let origin = ''
let sent = 0

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/silent': () => {},
  '/slow': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<'),
  '/huge.png': (response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(2 ** 30) })
    const block = Buffer.alloc(256 * 1024)
    const more = () => {
      while (!response.destroyed && response.write(block)) sent += block.length
    }
    response.on('drain', more)
    more()
  },
}

const server = createServer(({ url = '' }, response) => {
  const give = ANSWERS[url]
  if (give !== undefined) return give(response)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`${TITLE}${TEXT}<img src="/huge.png" width="300" height="200">`)
})

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const options = { egress: { allows: (address: string) => address === '127.0.0.1' }, limits }
  engine = await startPageEngine(options).catch(() =>
    startPageEngine({ ...options, withoutSandbox: true }),
  )
})

after(async () => {
  await engine.close()
  server.closeAllConnections()
  server.close()
})

async function lookAt(address: string) {
  const { runs } = await engine.observe('page', { kind: 'address', address: `${origin}${address}` })
  return runs
}

async function look(body: string, manifest: PageManifest = {}, files = new Map()) {
  const target = { kind: 'files', files: new Map([...pageOf(body), ...files]), entry: 'index.html' }
  return engine.observe('page', target as typeof target & { kind: 'files' }, { manifest })
}

test('a page that redirects for ever is a loop', async () => {
  for (const { entry } of await lookAt('/round')) assert.equal(entry.outcome, 'redirectLoop')
})

test('a page that never answers is unreachable once its time is over', async () => {
  for (const { entry } of await lookAt('/silent')) assert.equal(entry.outcome, 'unreachable')
})

test('a page that never finishes loading has no load event, and what is missing is told', async () => {
  for (const run of await lookAt('/slow')) {
    const isTold = run.missing.length > 0 || run.trace?.load === null
    assert.ok(run.entry.outcome !== 'entered' || isTold)
  }
})

test('a picture of a gigabyte is cut off at the bound, and the page is measured', async () => {
  sent = 0
  const [run] = await lookAt('/')
  assert.equal(run?.title?.text, '阳台种番茄的三个要点')
  // Two looks share the bound; some blocks are under way when it is met.
  assert.ok(sent < 64 * 1024 * 1024, `${sent}`)
})

test('a picture of nine hundred million pixels does not take the page along', async () => {
  const files = new Map([['wall.png', pngOf(30_000, 30_000)]])
  const { runs } = await look(
    `${TITLE}<img src="wall.png" width="300" height="200">${TEXT}`,
    {},
    files,
  )
  for (const { entry, missing, title } of runs) {
    assert.ok(title?.text !== undefined || missing.length > 0 || entry.outcome === 'crashed')
  }
})

test('of a page of five hundred screens the first ones are looked at, and the rest is missing', async () => {
  const { runs } = await look(`${TITLE}${TEXT}<div style="height:${812 * 500}px"></div>`)
  assert.ok((runs[0]?.height ?? 0) > 812 * 500)
  assert.equal(runs[0]?.screenfuls?.length, limits.screens)
  assert.match(runs[0]?.missing[0]?.because.zh ?? '', /^只看了前 3 屏，这个页面有 50\d 屏。$/)
})

const takers: [name: string, body: string][] = [
  [
    'allocates without end',
    '<script>setTimeout(() => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)) }, 200)</script>',
  ],
  [
    'mines on every core',
    `<script>const work = URL.createObjectURL(new Blob(['for (let i = 0; ; i += 1) Math.sqrt(i)']))
     for (let n = 0; n < 8; n += 1) new Worker(work)</script>`,
  ],
  [
    'has a hundred thousand links',
    '<div id="all"></div><script>all.innerHTML = "<a href=x>链接</a> ".repeat(100000)</script>',
  ],
  [
    'goes away after it was entered',
    '<script>setTimeout(() => { location.href = "about:blank" }, 900)</script>',
  ],
]

for (const [name, body] of takers) {
  test(`a page that ${name} is told as far as it went`, async () => {
    const { runs } = await look(`${TITLE}${TEXT}${body}`)
    for (const { entry, missing, title } of runs) {
      assert.ok(title !== undefined || missing.length > 0 || entry.outcome === 'crashed')
    }
  })
}

test('after all of those an ordinary page is seen whole', async () => {
  const { runs } = await look(TITLE + TEXT)
  assert.deepEqual(runs[0]?.missing, [])
  assert.equal(runs[0]?.title?.text, '阳台种番茄的三个要点')
})

test('what a manifest says and the page does not have is not found, never invented', async () => {
  const { runs, cards } = await look(TITLE + TEXT, {
    title: '.no-such-title',
    content: '.no-such-content',
    adverts: [{ selector: '.no-such-advert' }, { selector: '<<<' }],
    cards: [{ selector: '.no-such-card', title: '<<<' }],
  })
  assert.equal(runs[0]?.title, null)
  assert.deepEqual(cards, [])
  assert.ok(!runs[0]?.blocks?.some(({ kind }) => kind === 'advert' || kind === 'card'))
})

/** One bit a pixel, all black: small as a file. */
function pngOf(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 1 })
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts])
}

function chunk(name: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), bytes])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(bytes.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
