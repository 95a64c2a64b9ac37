import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Assessment, Judgement } from '@fangxing/contract'
import { compare, recallRetroScans } from '../src/use-cases/retro-scan.ts'
import { type Instance, type Json, startInstance } from './instance.ts'
import { gather, kindsOf, launched, makeApp, type People, refused, TOOL, taken } from './people.ts'

/** Stands in the fixture that these tests launch. */
const WORD = '请输入重量'

let instance: Instance
let people: People
let releaseId: string

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
  releaseId = (await launched(people, await makeApp(people, [TOOL]))).id
})
after(() => instance.close())

async function finished(id: string): Promise<Json> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const scan = await taken(people.operator.get(`/v1/retro-scans/${id}`))
    if (scan.finishedAt !== null) return scan
    assert.ok(Date.now() < deadline, 'the retro-scan did not finish')
    await wait(20)
  }
}

async function scanned(shadow: boolean): Promise<Json> {
  const { id } = await taken(people.operator.post('/v1/retro-scans', { shadow }), 202)
  return finished(id)
}

const resultsOf = async (id: string, query = ''): Promise<Json> =>
  (await taken(people.reviewer.get(`/v1/retro-scans/${id}/results${query}`))).items

test('under the same rules nothing is worse, and nothing is opened', async () => {
  const scan = await scanned(false)
  const { total, looked, worse, reopened, failed } = scan.progress
  assert.deepEqual([total, looked, worse, reopened, failed], [1, 1, 0, 0, 0])
  const [result] = await resultsOf(scan.id)
  assert.equal(result.releaseId, releaseId)
  assert.deepEqual([result.storedVerdict, result.changes], [result.verdict, []])
})

test('a new word makes a version worse: in shadow it is told, for real a person looks again', async () => {
  const term = { text: WORD, label: 20006, level: 'block' }
  await taken(people.operator.post('/v1/terms', term), 201)
  const before = await kindsOf(people, releaseId)

  const shadow = await scanned(true)
  assert.deepEqual([shadow.progress.worse, shadow.progress.reopened], [1, 0])
  const [told] = await resultsOf(shadow.id, '?worse=true')
  assert.ok(told.changes.some(({ after }: Json) => after === 'violation'))
  assert.notEqual(told.edition, told.storedEdition)
  assert.deepEqual(await kindsOf(people, releaseId), before)

  const real = await scanned(false)
  assert.deepEqual([real.progress.worse, real.progress.reopened], [1, 1])
  const { state, reexaminationSince } = await taken(
    people.reviewer.get(`/v1/releases/${releaseId}`),
  )
  assert.equal(state, 'launched')
  assert.notEqual(reexaminationSince, null)
  assert.deepEqual((await kindsOf(people, releaseId)).slice(before.length), [
    'reexaminationStarted',
  ])

  const again = await scanned(false)
  assert.deepEqual([again.progress.worse, again.progress.reopened], [1, 0])
})

test('a scan whose job was lost goes on when the sweep asks for it', async () => {
  const scan = { shadow: true, startedBy: 'nobody', startedAt: instance.clock.now() }
  const { id } = await instance.storage.retroScans.start(scan)
  await recallRetroScans(instance.ports)
  assert.equal((await finished(id)).progress.looked, 1)
})

test('a scan of another id is not found, and a scan must say whether it is in shadow', async () => {
  await refused(people.operator.get('/v1/retro-scans/none'), 404, 'RETRO_SCAN_NOT_FOUND')
  await refused(people.operator.get('/v1/retro-scans/none/results'), 404, 'RETRO_SCAN_NOT_FOUND')
  for (const shadow of [undefined, null, 'true', 1]) {
    await refused(people.operator.post('/v1/retro-scans', { shadow }), 400, 'REQUEST_MALFORMED')
  }
})

function judged(ruleId: string, severity: Judgement['severity'], holds: boolean): Assessment {
  const place = { kind: 'submission', field: 'x' } as const
  const finding = { place, message: { zh: '。', en: '.' } }
  const outcome = holds
    ? ({ kind: 'violation', findings: [finding] } as const)
    : ({ kind: 'pass' } as const)
  const judgements = [{ ruleId, clauseId: 'a/1', severity, outcome }]
  return { verdict: 'pass', judgements, edition: 'e' }
}

const comparisons: [name: string, then: Assessment | null, now: Assessment, isWorse: boolean][] = [
  ['a new violation that blocks', judged('r', 'block', false), judged('r', 'block', true), true],
  ['a rule that was not there then', null, judged('r', 'review', true), true],
  ['what was held before', judged('r', 'block', true), judged('r', 'block', true), false],
  ['what is held no more', judged('r', 'block', true), judged('r', 'block', false), false],
  ['mere advice', judged('r', 'advise', false), judged('r', 'advise', true), false],
]

for (const [name, then, now, isWorse] of comparisons) {
  test(`${name} ${isWorse ? 'makes' : 'does not make'} a version worse`, () => {
    assert.equal(compare(then, now).isWorse, isWorse)
  })
}
