import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, test } from 'node:test'
import { MATERIAL_HOST, startEgress } from './start-egress.ts'

const server = createServer((incoming, outgoing) => {
  outgoing.setHeader('x-host', incoming.headers.host ?? '')
  outgoing.end(incoming.url === '/large' ? 'x'.repeat(200_000) : 'hello')
})
let port = 0

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

after(() => server.close())

const limits = { mostBytes: 100_000, mostConnections: 10 }
const loopback = { allows: (address: string) => address === '127.0.0.1' }
const nothing = { allows: () => false }

/** What the proxy answers to an absolute address. */
async function ask(proxy: string, address: string): Promise<{ status: number; text: string }> {
  const { hostname, port: at } = new URL(proxy)
  const asked = request({ host: hostname, port: at, path: address, headers: { host: 'x' } }).end()
  const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage]
  let text = ''
  try {
    for await (const chunk of response) text += chunk
  } catch {
    text += '…cut'
  }
  return { status: response.statusCode ?? 0, text }
}

test('an address that is allowed is reached, by the host that was asked for', async () => {
  const egress = await startEgress(loopback, limits)
  assert.deepEqual(await ask(egress.url, `http://127.0.0.1:${port}/`), {
    status: 200,
    text: 'hello',
  })
  await egress.close()
})

test('an address that is not allowed is answered with 403', async () => {
  const egress = await startEgress(nothing, limits)
  assert.equal((await ask(egress.url, `http://127.0.0.1:${port}/`)).status, 403)
  await egress.close()
})

test('a name is refused by the address it stands for', async () => {
  const egress = await startEgress(
    { allows: (address) => !address.startsWith('127.') && address !== '::1' },
    limits,
  )
  assert.equal((await ask(egress.url, `http://localhost:${port}/`)).status, 403)
  await egress.close()
})

test('a tunnel to what is not allowed is not opened', async () => {
  const egress = await startEgress(nothing, limits)
  const socket = connect(Number(new URL(egress.url).port), '127.0.0.1')
  socket.write(`CONNECT 127.0.0.1:${port} HTTP/1.1\r\n\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  assert.match(answer.toString(), /^HTTP\/1.1 403/)
  socket.destroy()
  await egress.close()
})

test('a tunnel to what is allowed carries bytes both ways', async () => {
  const egress = await startEgress(loopback, limits)
  const socket = connect(Number(new URL(egress.url).port), '127.0.0.1')
  socket.write(`CONNECT 127.0.0.1:${port} HTTP/1.1\r\n\r\n`)
  const [opened] = (await once(socket, 'data')) as [Buffer]
  assert.match(opened.toString(), /^HTTP\/1.1 200/)
  socket.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')
  const [answer] = (await once(socket, 'data')) as [Buffer]
  assert.match(answer.toString(), /hello/)
  socket.destroy()
  await egress.close()
})

test('an answer beyond the budget is cut off', async () => {
  const egress = await startEgress(loopback, limits)
  const { text } = await ask(egress.url, `http://127.0.0.1:${port}/large`)
  assert.ok(text.length < 200_000)
  await egress.close()
})

test('files of a material are served under their own name, and nothing beside them', async () => {
  const egress = await startEgress(nothing, limits)
  egress.serve(new Map([['页/a.html', new TextEncoder().encode('<p>')]]))
  const found = await ask(egress.url, `http://${MATERIAL_HOST}/%E9%A1%B5/a.html`)
  assert.deepEqual(found, { status: 200, text: '<p>' })
  assert.equal((await ask(egress.url, `http://${MATERIAL_HOST}/../etc/passwd`)).status, 404)
  await egress.close()
})
