import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Terminal } from '../terminal/terminal.ts'
import { judgeByServer } from './ask-server.ts'

const CLEAN = { id: 'a', suggest: 'pass', label: 100, hits: [], judgements: [], edition: 'e' }

/** A server whose quota is used up as often as is told. */
let limited: readonly object[] = []
let asked = 0
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  if (request.url?.startsWith('/cgi-bin/')) {
    return response.end(JSON.stringify({ access_token: 'token', expires_in: 7200 }))
  }
  const details = limited[asked]
  asked += 1
  if (details === undefined) return response.end(JSON.stringify(CLEAN))
  return response
    .writeHead(429)
    .end(JSON.stringify({ code: 'RATE_LIMITED', details, requestId: 'r' }))
})

before(() => once(server.listen(0, '127.0.0.1'), 'listening'))
after(() => server.close())

const terminal: Terminal = {
  language: 'zh',
  env: { FANGXING_APPID: 'wx1', FANGXING_SECRET: 'secret' },
  print: () => {},
  complain: () => {},
  paint: (_, text) => text,
  words: ({ zh }) => zh,
  readInput: async () => new Uint8Array(),
}

async function judgeOne(refusals: readonly object[]) {
  limited = refusals
  asked = 0
  const { port } = server.address() as AddressInfo
  const judge = judgeByServer(`http://127.0.0.1:${port}`, 2, terminal)
  return judge.judge({ id: null, scene: null, texts: [{ field: 'content', text: '你好' }] })
}

test('a minute that is used up is waited for', async () => {
  const later = { window: 'minute', retryAfterSeconds: 0.01 }
  const judged = await judgeOne([later, later])
  assert.deepEqual([asked, 'verdict' in judged && judged.verdict], [3, 'pass'])
})

test('a day that is used up ends the run', async () => {
  await assert.rejects(judgeOne([{ window: 'day', retryAfterSeconds: 3600 }]), {
    code: 'RATE_LIMITED',
  })
  assert.equal(asked, 1)
})
