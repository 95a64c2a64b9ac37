import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openRequestMeter } from './request-meter.ts'

const STATUS_OF: Readonly<Record<string, number>> = { '/moved': 302, '/none': 404, '/broken': 500 }

let server: Server
before(async () => {
  server = createServer((request, response) => {
    response.statusCode = STATUS_OF[request.url ?? ''] ?? 200
    response.end('.')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => server.close())

const ask = async (path: string) => {
  const { port } = server.address() as AddressInfo
  await (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })).text()
}

test('requests are counted by the first digit of their answer, and timed', async () => {
  const meter = openRequestMeter(server)
  for (const path of ['/', '/', '/moved', '/none', '/broken']) await ask(path)
  const reading = meter.read()
  assert.equal(reading.requests, 5)
  assert.deepEqual(reading.byStatus, { '2xx': 2, '3xx': 1, '4xx': 1, '5xx': 1 })
  assert.ok(reading.medianMs !== null && reading.medianMs > 0)
  assert.ok(reading.p99Ms !== null && reading.p99Ms >= reading.medianMs)
  meter.close()
})

test('a reading begins anew, the total goes on', async () => {
  const meter = openRequestMeter(server)
  await ask('/')
  meter.read()
  const empty = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }
  const reading = { requests: 0, byStatus: empty, medianMs: null, p99Ms: null }
  assert.deepEqual(meter.read(), reading)
  assert.equal(meter.total()['2xx'], 1)
  meter.close()
})

test('requests of another server are not counted', async () => {
  const other = createServer()
  const meter = openRequestMeter(other)
  await ask('/')
  assert.equal(meter.read().requests, 0)
  meter.close()
})
