import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { parsePlainHead } from './plain-head.ts'

const FIRST = 'POST /wxa/msg_sec_check?access_token=abc_DEF-1.2~3 HTTP/1.1'
const HOST = 'Host: 127.0.0.1:7300'
const LENGTH = 'Content-Length: 12'
const head = (...lines: readonly string[]) => lines.join('\r\n')

test('a plain head is read: address, token, length, headers in lower case', () => {
  const read = parsePlainHead(
    head(FIRST, HOST, LENGTH, 'X-Fangxing-Extension:\t1 ', 'Accept:', 'Connection: Keep-Alive'),
  )
  assert.deepEqual([read?.token, read?.length], ['abc_DEF-1.2~3', 12])
  assert.equal(read?.url, '/wxa/msg_sec_check?access_token=abc_DEF-1.2~3')
  assert.deepEqual(
    { ...read?.headers },
    {
      ...{ host: '127.0.0.1:7300', 'content-length': '12', connection: 'Keep-Alive' },
      ...{ 'x-fangxing-extension': '1', accept: '' },
    },
  )
})

const refused: [name: string, text: string][] = [
  ['another method', head(FIRST.replace('POST', 'GET'), HOST, LENGTH)],
  ['another path', head(FIRST.replace('msg', 'img'), HOST, LENGTH)],
  ['a path in another case', head(FIRST.replace('wxa', 'WXA'), HOST, LENGTH)],
  ['a second field in the query', head(FIRST.replace(' HTTP', '&a=1 HTTP'), HOST, LENGTH)],
  ['an escape in the token', head(FIRST.replace('abc', '%61bc'), HOST, LENGTH)],
  ['no token', head(FIRST.replace(/=\S+/, '='), HOST, LENGTH)],
  ['HTTP/1.0', head(FIRST.replace('1.1', '1.0'), HOST, LENGTH)],
  ['two blanks in the first line', head(FIRST.replace(' /', '  /'), HOST, LENGTH)],
  ['no host', head(FIRST, LENGTH)],
  ['no length', head(FIRST, HOST)],
  ['a length of nothing', head(FIRST, HOST, 'Content-Length: 0')],
  ['a length with a sign', head(FIRST, HOST, 'Content-Length: +12')],
  ['a length with a zero before it', head(FIRST, HOST, 'Content-Length: 012')],
  ['a length in two numbers', head(FIRST, HOST, 'Content-Length: 12, 12')],
  ['a length one above the limit', head(FIRST, HOST, 'Content-Length: 4194305')],
  ['two lengths', head(FIRST, HOST, LENGTH, LENGTH)],
  ['any name twice', head(FIRST, HOST, LENGTH, 'X-A: 1', 'x-a: 1')],
  ['chunks', head(FIRST, HOST, LENGTH, 'Transfer-Encoding: chunked')],
  ['a question before the body', head(FIRST, HOST, LENGTH, 'Expect: 100-continue')],
  ['an upgrade', head(FIRST, HOST, LENGTH, 'Upgrade: h2c')],
  ['a connection that shall close', head(FIRST, HOST, LENGTH, 'Connection: close')],
  ['a form', head(FIRST, HOST, LENGTH, 'Content-Type: multipart/form-data')],
  ['a blank before the colon', head(FIRST, HOST, LENGTH, 'X-A : 1')],
  ['a line that goes on', head(FIRST, HOST, LENGTH, 'X-A: 1', ' 2')],
  ['a line without a colon', head(FIRST, HOST, LENGTH, 'X-A')],
  ['a bare line feed', head(FIRST, HOST, LENGTH, 'X-A: 1\nTransfer-Encoding: chunked')],
  ['a bare carriage return', head(FIRST, HOST, LENGTH, 'X-A: 1\rX-B: 2')],
  ['a NUL', head(FIRST, HOST, LENGTH, 'X-A: \0')],
  ['nothing', ''],
]

for (const [name, text] of refused) {
  test(`${name} is for Node`, () => assert.equal(parsePlainHead(text), null))
}

test('a length at the limit is plain', () => {
  assert.equal(parsePlainHead(head(FIRST, HOST, 'Content-Length: 4194304'))?.length, 4194304)
})

test('names of what every object has are names like others', () => {
  const text = head(FIRST, HOST, LENGTH, 'constructor: 1', '__proto__: 2')
  assert.equal(parsePlainHead(text)?.headers.constructor, '1')
})

let server: Server
before(async () => {
  server = createServer((request, response) => {
    request.resume()
    request.on('end', () => response.end(JSON.stringify(summarise(request))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => server.close())

function summarise({ method, url, headers }: IncomingMessage) {
  return { method, url, headers }
}

/** What Node makes of the head and a body of this length, with the connection closed behind it. */
async function askNode(text: string, length: number): Promise<unknown> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.end(Buffer.from(`${text}\r\n\r\n${'x'.repeat(length)}`, 'latin1'))
  const answer = Buffer.concat(await Array.fromAsync(socket)).toString()
  const [, body = ''] = answer.split('\r\n\r\n')
  return answer.startsWith('HTTP/1.1 200') ? JSON.parse(body.replace(/^[0-9a-f]+\r\n/, '')) : answer
}

test('what is taken here Node reads alike, wherever bytes are put in', async () => {
  const piece = fc.oneof(
    fc.constantFrom('\r\n', '\n', '\r', ' ', '\t', ':', '\0', 'a', '\x80', '\xff', 'x-b: 2\r\n'),
    fc.constantFrom('Connection: keep-alive\r\n', 'Content-Length: 3\r\n', 'TE: trailers\r\n'),
    fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  )
  const plain = head(FIRST, HOST, 'Content-Length: 5', 'X-A: one two', 'Accept: */*')
  let taken = 0
  const edits = fc.array(fc.tuple(fc.nat({ max: plain.length }), piece), { maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      let text = plain
      for (const [at, put] of list) text = text.slice(0, at) + put + text.slice(at)
      const read = text.includes('\r\n\r\n') ? null : parsePlainHead(text)
      if (read === null) return
      taken += 1
      const { url, headers, length } = read
      const told = await askNode(text, length)
      assert.deepEqual(told, { method: 'POST', url, headers: { ...headers } })
    }),
    { numRuns: 1000 },
  )
  assert(taken > 50, `${taken} were taken`)
})
