import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { runLoad } from './raw-load.ts'

async function against(listener: RequestListener, order: object) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const requests = ['一', '二', '三'].map((body) => ({
    ...{ path: `/check?n=${body.length}`, type: 'text/plain', body, expects: 'good' },
  }))
  try {
    const url = `http://127.0.0.1:${port}`
    return await runLoad({ url, requests, connections: 2, seconds: 0, ...order })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

test('as many requests are sent as were ordered, and each is answered', async () => {
  const bodies: string[] = []
  const report = await against(
    async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      bodies.push(`${request.method} ${request.url} ${body}`)
      response.end('good')
    },
    { amount: 9 },
  )
  assert.deepEqual([report.answered, report.failed, bodies.length], [9, 0, 9])
  assert.deepEqual([...new Set(bodies)].sort(), [
    'POST /check?n=1 一',
    'POST /check?n=1 三',
    'POST /check?n=1 二',
  ])
})

test('another status, another body and a broken connection count as failed', async () => {
  let nth = 0
  const report = await against(
    (request, response) => {
      nth += 1
      if (nth % 4 === 1) response.statusCode = 500
      if (nth % 4 === 2) return request.socket.destroy()
      response.end(nth % 4 === 3 ? 'bad' : 'good')
    },
    { amount: 8, connections: 1 },
  )
  assert.deepEqual([report.answered, report.failed], [2, 6])
})

test('an answer that comes in pieces is one answer', async () => {
  const report = await against(
    (_request, response) => {
      response.setHeader('content-length', 4)
      response.write('go')
      setImmediate(() => response.end('od'))
    },
    { amount: 4 },
  )
  assert.deepEqual([report.answered, report.failed], [4, 0])
})

test('a rate is kept', async () => {
  const report = await against((_request, response) => response.end('good'), {
    ...{ amount: 20, rate: 200 },
  })
  assert.equal(report.answered, 20)
  assert(report.perSecond < 260, `${report.perSecond}/s`)
})
