import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openAssessor } from '../src/assessor/index.ts'
import type { Ports } from '../src/ports.ts'
import { type House, openHouse, TOOL, TOOL_ITEM, uploadFiles } from './dialect-story.ts'
import { type Instance, makeProgram, settled, startInstance } from './instance.ts'

let instance: Instance
let house: House
const log: string[] = []
const crashing = openAssessor({
  processes: 1,
  timeoutMs: 20_000,
  maxMemoryMb: 64,
  log: (line) => log.push(line),
  entry: new URL('./crashing-child.ts', import.meta.url),
})

before(async () => {
  instance = await startInstance()
  house = await openHouse(instance)
})
after(async () => {
  await crashing.close()
  await instance.close()
})

/** Runs work while every package brings its reader down. */
async function whileCrashing<Result>(work: () => Promise<Result>): Promise<Result> {
  // The same ports stand behind the routes and the workers of this instance.
  const ports = instance.ports as { -readonly [Port in keyof Ports]: Ports[Port] }
  const { assessor } = ports
  ports.assessor = crashing
  try {
    return await work()
  } finally {
    ports.assessor = assessor
  }
}

const PLAIN = {
  'app.json': '{"pages":["p/a"]}',
  'p/a.wxml': '<view>时间</view>',
  'p/a.js': 'Page({})',
}

test('a package that brings its reader down goes to a person, after one try', async () => {
  const program = await makeProgram(instance, [TOOL])
  const release = await whileCrashing(async () => {
    const id = await uploadFiles(instance, program, PLAIN)
    log.length = 0
    const submitted = await house.developer.post(`/v1/releases/${id}/submit`)
    assert.equal(submitted.status, 200, JSON.stringify(submitted.body))
    return settled(house.developer, id)
  })
  assert.equal(release.state, 'humanReview')
  const { body } = await house.reviewer.get(`/v1/releases/${release.id}/assessment`)
  assert.deepEqual([body.verdict, body.judgements], ['review', []])
  assert.deepEqual(body.summary, {
    because: 'PACKAGE_ASSESSMENT_CRASHED',
    details: { reason: 'crashed', ended: 'SIGSEGV' },
  })
  assert.deepEqual(log, ['error ASSESSOR reason=crashed ended=SIGSEGV stderr=""'])
})

test('a question about such a package is answered with what happened', async () => {
  const program = await makeProgram(instance, [TOOL])
  const id = await uploadFiles(instance, program, PLAIN)
  const plan = await whileCrashing(() => house.developer.get(`/v1/releases/${id}/plan`))
  assert.deepEqual(
    [plan.status, plan.body.code, plan.body.details.reason],
    [422, 'PACKAGE_ASSESSMENT_CRASHED', 'crashed'],
  )
})

test('such a package can be handed in by the dialect, and is then in review', async () => {
  const program = await makeProgram(instance, [TOOL])
  await whileCrashing(async () => {
    const id = await uploadFiles(instance, program, PLAIN)
    const { errcode, auditid } = await program.call('/wxa/submit_audit', {
      item_list: [TOOL_ITEM],
    })
    assert.equal(errcode, 0)
    await settled(house.developer, id)
    assert.equal((await program.call('/wxa/get_auditstatus', { auditid })).status, 2)
  })
})

/** Forms that oxc-parser follows deeper than its stack, found by trying; other forms may remain. */
const DEEP: [name: string, start: string, step: string, end: string, file: string][] = [
  ['powers', 'a', '**a', '', 'p/a.js'],
  ['elements', 'x=', '<a>', '', 'p/a.js'],
  ['types', 'let x:', 'keyof ', ' a', 'p/a.ts'],
  ['namespaces', 'namespace a', '.b', '{}', 'p/a.ts'],
]

for (const [name, start, step, end, file] of DEEP) {
  test(`endlessly nested ${name} leave the server up and go to a person`, async () => {
    const program = await makeProgram(instance, [TOOL])
    const nested = Array.from({ length: 4000 }, () => `${step.repeat(15)}\n`).join('')
    const { 'p/a.js': _, ...rest } = PLAIN
    const id = await uploadFiles(instance, program, { ...rest, [file]: start + nested + end })
    await house.developer.post(`/v1/releases/${id}/submit`)
    assert.equal((await settled(house.developer, id)).state, 'humanReview')
    const check = await house.developer.post('/v1/checks', { text: '今天的天气不错', scene: 2 })
    assert.equal(check.status, 200)
  })
}
