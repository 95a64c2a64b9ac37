import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type DemoReport, fillDemo, runDemo, startServer } from '@fangxing/server'
import { askerWith, type Instance, ORIGIN, send, startInstance } from './instance.ts'
import { until } from './until.ts'

let instance: Instance
let report: DemoReport

before(async () => {
  instance = await startInstance()
  report = await fillDemo(instance.storage)
})
after(() => instance.close())

test('every state that the native interface can bring about is there', async () => {
  const { items } = await instance.storage.releases.list({ limit: 200 })
  assert.equal(items.length, report.releases)
  const states = new Set<string>(items.map(({ life }) => life.state))
  for (const state of [
    'draft',
    'humanReview',
    'rejected',
    'withdrawn',
    'filing',
    'filingRejected',
    'approved',
    'preLaunch',
    'launched',
    'takedownOrdered',
    'takenDown',
    'superseded',
  ]) {
    assert(states.has(state), `no release is ${state}: ${[...states]}`)
  }
})

test('nothing lies in the future, and the record verifies', async () => {
  const { items } = await instance.storage.releases.list({ limit: 200 })
  for (const { life } of items) assert(life.changedAt <= Date.now(), life.version)
  assert.equal((await instance.storage.verifyChain()).firstBroken, null)
})

test('checks with all three answers are there', async () => {
  const { items } = await instance.storage.checks.list({ limit: 200 })
  assert.equal(items.length, report.checks)
  assert.deepEqual([...new Set(items.map(({ suggest }) => suggest))].sort(), [
    'pass',
    'review',
    'risky',
  ])
})

test('cases wait, two are settled, and a proposal waits for a second person', async () => {
  const { cases, proposals } = instance.storage
  assert((await cases.countWaiting()).count > 0)
  assert.equal((await cases.list({ state: 'decided' }, Date.now())).items.length, 2)
  assert.equal((await proposals.list({ open: true })).items.length, 1)
})

test('materials are audited: one breaks clauses, one does not', async () => {
  const listed = () => instance.storage.materials.list({})
  const items = await until(async () => {
    const { items } = await listed()
    return items.every(({ state }) => state !== 'waiting') ? items : null
  }, 60_000)
  assert.equal(items.length, report.materials)
  const states = items.map(({ state }) => state)
  assert.equal(states.filter((state) => state === 'rejected').length, 1, states.join())
})

test('there are apps of six kinds of subject and place, and people of every role who can sign in', async () => {
  const apps = await instance.storage.apps.list()
  assert(new Set(apps.map(({ subject }) => `${subject.kind} ${subject.region}`)).size >= 6)
  assert.deepEqual([...new Set(report.people.flatMap(({ roles }) => roles))].sort(), [
    'authority',
    'developer',
    'operator',
    'reviewer',
  ])
  for (const { name, password } of report.people) {
    const payload = { name, password }
    const answer = await send(instance.app, { method: 'POST', url: '/v1/session', payload })
    assert.equal(answer.status, 200, name)
  }
})

test('an instance that holds work is refused and left as it is', async () => {
  await assert.rejects(fillDemo(instance.storage), { code: 'INSTANCE_NOT_EMPTY' })
  const nobody = askerWith(instance.app, { origin: ORIGIN })
  assert.deepEqual((await nobody.get('/v1/first-run')).body, { open: false })
  assert.equal((await instance.storage.apps.list()).length, report.apps)
})

test('the demo goes into the database of a server that runs, and again refuses', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'fangxing-demo-'))
  const options = { dataDirectory: directory, log: () => {} }
  const where = { ...options, port: 0, host: '127.0.0.1', simulatedClock: false } as const
  const server = await startServer(where)
  const { people } = await runDemo(options)
  const { name, password } = people.find(({ roles }) => roles.includes('operator'))!
  const signedIn = await fetch(`${server.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  assert.equal(signedIn.status, 200)
  await assert.rejects(runDemo(options), { code: 'INSTANCE_NOT_EMPTY' })
  await server.close()
  await assert.rejects(runDemo(options), { code: 'INSTANCE_NOT_EMPTY' })
  await rm(directory, { recursive: true, force: true })
})
