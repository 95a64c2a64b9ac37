import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openMediaEngine } from '../src/media-checks/media-engine.ts'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Program,
  startInstance,
} from './instance.ts'
import { taken } from './people.ts'
import { until } from './until.ts'

const TOGETHER = 2
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>阳台种番茄</title>
<body><h1>阳台种番茄</h1><p>番茄每天至少要晒六个小时的太阳，土要松，水要匀。</p></body></html>`

/** Opens no page before so many are asked for: audits in turn would wait here for ever. */
const asked = new Set<string>()
const waiting: ServerResponse[] = []
const site = createServer((request, response) => {
  if (!request.url?.startsWith('/page')) return response.writeHead(404).end()
  response.setHeader('content-type', 'text/html; charset=utf-8')
  waiting.push(response)
  asked.add(request.url)
  if (asked.size === TOGETHER) for (const one of waiting) one.end(PAGE)
  return undefined
})

let instance: Instance
let program: Program

before(async () => {
  instance = await startInstance(undefined, openMediaEngine(), { atOnce: TOGETHER })
  program = await makeProgram(instance)
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
})
after(async () => {
  site.closeAllConnections()
  site.close()
  await instance.close()
})

test('as many materials are audited at once as the operator allows', async () => {
  const { appid, secret } = program
  const now = instance.wallClock.now()
  const { token } = await instance.storage.tokens.issue({ appid, secret, kind: 'stable', now })
  const app = askerWith(instance.app, { authorization: `Bearer ${token}` })
  const { port } = site.address() as AddressInfo
  const handIn = async (nth: number): Promise<string> => {
    const address = `http://127.0.0.1:${port}/page/${nth}`
    return (await taken(app.post('/v1/materials', { address }), 201)).material.id
  }
  const ids = await Promise.all([1, 2].map(handIn))
  const settled = (id: string): Promise<Json> =>
    until(async () => {
      const { lastAudit } = await taken(app.get(`/v1/materials/${id}`))
      return lastAudit.settledAt === null ? null : lastAudit
    }, 120_000)
  for (const id of ids) assert.equal((await settled(id)).trouble, null)
  const outcomes = async (id: string) => {
    const { rows } = await taken(app.get(`/v1/materials/${id}/report`))
    return rows.map(({ clauseId, outcome }: Json) => [clauseId, outcome.kind])
  }
  const [one, other] = await Promise.all(ids.map(outcomes))
  assert.equal(one.length, 112)
  // What a busy machine had no time to measure of one of them says nothing against the other.
  const isOpen = (nth: number) => [one[nth], other[nth]].some(([, kind]) => kind === 'undetermined')
  const settledInBoth = (_: Json, nth: number) => !isOpen(nth)
  assert.deepEqual(one.filter(settledInBoth), other.filter(settledInBoth))
})
