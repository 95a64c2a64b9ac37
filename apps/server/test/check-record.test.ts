import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  askerWith,
  type Instance,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'

const PATH = '/wxa/msg_sec_check'
const CLEAN = { version: 2, scene: 2, openid: 'o-mei', content: '今天天气不错' }
const STOPPED = { ...CLEAN, openid: 'o-bo', content: '她说的翡翠代购我没去过' }
const CLAUSE = 'wechat-filing-2022/3.3'

let instance: Instance
let reviewer: Person
let program: Program

before(async () => {
  instance = await startInstance()
  reviewer = await signIn(instance, ['reviewer'])
  const term = { text: '翡翠代购', label: 10001, level: 'block', createdBy: '运营' } as const
  await instance.storage.terms.add(term, instance.clock.now())
  instance.ports.lexicon.invalidate()
})
after(() => instance.close())
beforeEach(async () => {
  program = await makeProgram(instance)
})

async function search(query: string): Promise<readonly string[]> {
  const { status, body } = await reviewer.get(`/v1/checks?appid=${program.appid}&${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.items.map(({ id }: { id: string }) => id)
}

test('a check is on record when it is answered, under its trace id', async () => {
  const { trace_id: id } = await program.call(PATH, STOPPED)
  const { body } = await reviewer.get(`/v1/checks/${id}`)
  const { appid, writer, suggest, kind, clauses, texts } = body
  assert.deepEqual(
    { appid, writer, suggest, kind, clauses, texts },
    {
      appid: program.appid,
      writer: 'o-bo',
      suggest: 'risky',
      kind: 'text',
      clauses: [CLAUSE],
      texts: [{ field: 'content', text: STOPPED.content }],
    },
  )
  assert.equal(body.hits[0].matched, '翡翠代购')
  assert.ok(body.judgements.length > 0)
})

test('checks are found by user, clause, answer and time', async () => {
  const from = instance.clock.now()
  const { trace_id: clean } = await program.call(PATH, CLEAN)
  const { trace_id: stopped } = await program.call(PATH, STOPPED)
  assert.deepEqual(await search('writer=o-mei'), [clean])
  assert.deepEqual(await search(`clause=${CLAUSE}`), [stopped])
  assert.deepEqual(await search('suggest=risky'), [stopped])
  assert.deepEqual(await search(`from=${from}`), [stopped, clean])
  assert.deepEqual(await search(`until=${from}`), [])
  assert.deepEqual(await search('limit=1'), [stopped])
})

test('a program finds its own checks only, whichever app it names', async () => {
  await program.call(PATH, CLEAN)
  const stranger = await makeProgram(instance)
  const asker = askerWith(instance.app, { authorization: `Bearer ${stranger.token}` })
  const { body } = await asker.get(`/v1/checks?appid=${program.appid}&writer=o-mei`)
  assert.deepEqual(body.items, [])
})

for (const [name, query] of [
  ['a time in words', 'from=yesterday'],
  ['a time before the epoch', 'until=-1'],
  ['a cursor of another list', 'cursor=bjU'],
]) {
  test(`${name} is malformed`, async () => {
    const { body } = await reviewer.get(`/v1/checks?${query}`)
    assert.equal(body.code, 'REQUEST_MALFORMED')
  })
}

test('verdict and evidence are kept whatever is kept of the text', async () => {
  const kept = async (passed: 'full' | 'hashed' | 'none') => {
    const retention = { passed, doubtful: passed, days: 1 }
    await instance.ports.checkPolicy.change({ all: {}, apps: { [program.appid]: { retention } } })
    const { trace_id: id } = await program.call(PATH, STOPPED)
    return (await reviewer.get(`/v1/checks/${id}`)).body
  }
  const full = await kept('full')
  const hashed = await kept('hashed')
  const none = await kept('none')
  assert.deepEqual([full.texts.length, full.hashes], [1, null])
  assert.deepEqual([hashed.texts, hashed.hashes.length], [null, 1])
  assert.deepEqual([none.texts, none.hashes], [null, null])
  for (const body of [full, hashed, none]) {
    assert.deepEqual([body.suggest, body.clauses], ['risky', [CLAUSE]])
    assert.equal(body.hits[0].matched, '翡翠代购')
  }
})

test('a hundred checks at once have a hundred records', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => program.call(PATH, CLEAN)))
  const ids = new Set(answers.map(({ trace_id }) => trace_id))
  assert.equal(ids.size, 100)
  const found = new Set(await search('limit=200'))
  assert.deepEqual(
    [...ids].filter((id) => !found.has(id)),
    [],
  )
})
