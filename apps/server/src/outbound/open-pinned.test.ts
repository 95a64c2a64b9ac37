import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { allowAddresses } from './addresses.ts'
import { type Opened, type OutboundPolicy, openPinned, readBody } from './open-pinned.ts'
import { OutboundTrouble } from './trouble.ts'

const closing: (() => void)[] = []
after(() => {
  for (const close of closing) close()
})

/** A stranger on 127.0.0.1; its URL, and how often it was asked. */
async function stranger(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.host}`)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}`, asked }
}

const LENIENT: OutboundPolicy = {
  addresses: allowAddresses(['127.0.0.1']),
  timeoutMs: 10_000,
  maxBytes: 1000,
  maxRedirects: 0,
}
const STRICT: OutboundPolicy = { ...LENIENT, addresses: allowAddresses() }

async function textOf(opened: Opened): Promise<string> {
  const { bytes, trouble } = await readBody(opened)
  assert.equal(trouble, null)
  return bytes.toString()
}

function withTrouble(code: string, details: object = {}) {
  return (error: unknown) => {
    assert(error instanceof OutboundTrouble, String(error))
    assert.deepEqual([error.code, { ...error.details, ...details }], [code, error.details])
    return true
  }
}

test('a request reaches whom it names, with its body', async () => {
  const { url, asked } = await stranger((request, response) => {
    request.pipe(response.writeHead(201, { 'x-said': 'yes' }))
  })
  const opened = await openPinned(`${url}/a?b=1`, LENIENT, { method: 'POST', body: '你好' })
  assert.deepEqual([opened.status, opened.headers['x-said']], [201, 'yes'])
  assert.equal(await textOf(opened), '你好')
  assert.match(String(asked), /^POST \/a\?b=1 127\.0\.0\.1:/)
})

const REFUSED_URLS: readonly [string, string][] = [
  ['this machine', 'http://127.0.0.1/'],
  ['this machine by name', 'http://localhost/'],
  ['this machine as one number', 'http://2130706433/'],
  ['this machine in hexadecimal', 'http://0x7f.1/'],
  ['this machine in octal', 'http://0177.0.0.1/'],
  ['this machine in full-width digits', 'http://１２７.０.０.１/'],
  ['this machine in IPv6', 'http://[::1]/'],
  ['this machine, mapped', 'http://[::ffff:127.0.0.1]/'],
  ['cloud metadata', 'http://169.254.169.254/latest/meta-data/'],
]

for (const [name, url] of REFUSED_URLS) {
  test(`no connection is made to ${name}`, async () => {
    await assert.rejects(openPinned(url, STRICT), withTrouble('ADDRESS_REFUSED'))
  })
}

const MALFORMED: readonly [string, string, string][] = [
  ['a file', 'file:///etc/passwd', 'scheme'],
  ['another protocol', 'gopher://8.8.8.8/', 'scheme'],
  ['a user name', 'http://user@8.8.8.8/', 'credentials'],
  ['nothing', '', 'malformed'],
]

for (const [name, url, reason] of MALFORMED) {
  test(`a URL of ${name} is refused`, async () => {
    await assert.rejects(openPinned(url, LENIENT), withTrouble('URL_REFUSED', { reason }))
  })
}

test('a name is asked once, and the connection goes to that answer', async () => {
  const { port, asked } = await stranger((_, response) => response.end('here'))
  const answers = ['127.0.0.1', '127.0.0.2']
  const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }]
  const opened = await openPinned(`http://rebind.example:${port}/`, { ...LENIENT, resolve })
  assert.equal(await textOf(opened), 'here')
  assert.deepEqual(answers, ['127.0.0.2'])
  assert.deepEqual(asked, [`GET / rebind.example:${port}`])
})

test('a name with one inner address among public ones is refused', async () => {
  const resolve = async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ]
  await assert.rejects(
    openPinned('http://mixed.example/', { ...STRICT, resolve }),
    withTrouble('ADDRESS_REFUSED', { address: '10.0.0.1' }),
  )
})

test('a name that nobody knows is told as such', async () => {
  const resolve = () => Promise.reject(new Error('ENOTFOUND'))
  await assert.rejects(
    openPinned('http://nowhere.example/', { ...STRICT, resolve }),
    withTrouble('NAME_UNKNOWN', { host: 'nowhere.example' }),
  )
})

test('a redirect is an answer when none may be followed', async () => {
  const { url, asked } = await stranger((_, response) =>
    response.writeHead(302, { location: '/elsewhere' }).end(),
  )
  const opened = await openPinned(url, LENIENT)
  assert.equal(opened.status, 302)
  opened.close()
  assert.equal(asked.length, 1)
})

test('a redirect is followed to where it may lead, and checked anew', async () => {
  const inner = await stranger((_, response) => response.end('secret'))
  const outer = await stranger((request, response) => {
    const location = request.url === '/in' ? `http://[::1]:${inner.port}/` : '/next'
    if (request.url === '/next') response.end('next')
    else response.writeHead(307, { location }).end()
  })
  const policy = { ...LENIENT, maxRedirects: 1 }
  assert.equal(await textOf(await openPinned(`${outer.url}/out`, policy)), 'next')
  await assert.rejects(openPinned(`${outer.url}/in`, policy), withTrouble('ADDRESS_REFUSED'))
  assert.deepEqual(inner.asked, [])
})

const RAW: [name: string, location: Buffer, asked: string][] = [
  ['in UTF-8', Buffer.from('/图.png'), '/%E5%9B%BE.png'],
  ['in Latin-1', Buffer.from('/é.png', 'latin1'), '/%C3%A9.png'],
]

for (const [name, location, path] of RAW) {
  test(`a redirect that is written ${name} is followed as browsers do`, async () => {
    const { url } = await stranger((request, response) => {
      if (request.url !== '/') response.end(request.url)
      else response.writeHead(302, { location: location.toString('latin1') }).end()
    })
    const opened = await openPinned(url, { ...LENIENT, maxRedirects: 1 })
    assert.equal(await textOf(opened), path)
  })
}

test('a circle of redirects ends', async () => {
  const { url, asked } = await stranger((_, response) =>
    response.writeHead(301, { location: '/' }).end(),
  )
  const policy = { ...LENIENT, maxRedirects: 3 }
  await assert.rejects(openPinned(url, policy), withTrouble('TOO_MANY_REDIRECTS'))
  assert.equal(asked.length, 4)
})

test('a stranger that never answers is left', async () => {
  const { url } = await stranger(() => {})
  const policy = { ...LENIENT, timeoutMs: 50 }
  await assert.rejects(openPinned(url, policy), withTrouble('TOO_SLOW', { timeoutMs: 50 }))
})

test('a name service that never answers is left', async () => {
  const policy = { ...LENIENT, timeoutMs: 50, resolve: () => new Promise<never>(() => {}) }
  await assert.rejects(openPinned('http://slow.example/', policy), withTrouble('TOO_SLOW'))
})

test('a body that trickles is cut at the deadline, what came is kept', async () => {
  const { url } = await stranger((_, response) => response.writeHead(200).write('begun'))
  const { bytes, trouble } = await readBody(await openPinned(url, { ...LENIENT, timeoutMs: 300 }))
  assert.equal(bytes.toString(), 'begun')
  assert.equal(trouble?.code, 'TOO_SLOW')
})

test('an endless body is cut at the limit', async () => {
  const { url } = await stranger((_, response) => {
    const flood = () => {
      while (!response.destroyed && response.write('x'.repeat(700)));
    }
    response.on('drain', flood)
    flood()
  })
  const { bytes, trouble } = await readBody(await openPinned(url, LENIENT))
  assert.equal(bytes.byteLength, 1000)
  assert.equal(trouble?.code, 'TOO_LONG')
})

test('a body of exactly the limit is whole, one more byte is not', async () => {
  const { url } = await stranger((request, response) =>
    response.end('x'.repeat(request.url === '/more' ? 1001 : 1000)),
  )
  assert.equal((await textOf(await openPinned(url, LENIENT))).length, 1000)
  const { trouble } = await readBody(await openPinned(`${url}/more`, LENIENT))
  assert.equal(trouble?.code, 'TOO_LONG')
})

test('a connection that breaks, or is refused, is unreachable', async () => {
  const { url } = await stranger((request) => request.destroy())
  await assert.rejects(openPinned(url, LENIENT), withTrouble('UNREACHABLE'))
  await assert.rejects(
    openPinned('http://127.0.0.1:1/', LENIENT),
    withTrouble('UNREACHABLE', { reason: 'ECONNREFUSED' }),
  )
})
