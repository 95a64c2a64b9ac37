import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Instance, makeProgram, type Program, startInstance } from './instance.ts'

const PATH = '/wxa/msg_sec_check'
const TEST_STRINGS = [
  '特3456书yuuo莞6543李zxcz蒜7782法fgnv级',
  '完2347全dfji试3726测asad感3847知qwez到',
]
const V2 = { version: 2, scene: 2, openid: 'oAbc_123-x', content: '今天天气不错' }

let instance: Instance
let program: Program

before(async () => {
  instance = await startInstance()
  program = await makeProgram(instance)
  const term = { text: '翡翠代购', label: 10001, level: 'block', createdBy: '运营' } as const
  await instance.storage.terms.add(term, instance.clock.now())
  instance.ports.lexicon.invalidate()
})
after(() => instance.close())

test('a clean text passes with label 100, a trace id and both strategies', async () => {
  const answer = await program.call(PATH, V2)
  assert.equal(answer.errcode, 0)
  assert.match(answer.trace_id, /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  assert.deepEqual(answer.result, { suggest: 'pass', label: 100 })
  assert.deepEqual(answer.detail, [
    { strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 },
    { strategy: 'keyword', errcode: 0 },
  ])
})

test('a word of the starter lexicon is told by the content model', async () => {
  const answer = await program.call(PATH, { ...V2, content: TEST_STRINGS[0] })
  assert.equal(answer.result.suggest, 'risky')
  assert.equal(answer.detail[0].suggest, 'risky')
  assert(answer.detail[0].prob > 0 && answer.detail[0].prob <= 100)
  assert.deepEqual(answer.detail[1], { strategy: 'keyword', errcode: 0 })
})

test('a word of the operator is told as keyword', async () => {
  const answer = await program.call(PATH, { ...V2, content: '她说的翡翠代购我没去过' })
  assert.deepEqual(answer.result, { suggest: 'risky', label: 10001 })
  const keyword = answer.detail.find((item: { strategy: string }) => item.strategy === 'keyword')
  assert.equal(keyword.keyword, '翡翠代购')
  assert.equal(keyword.suggest, 'risky')
  assert.equal(answer.detail[0].suggest, 'pass')
})

test('what only a model sees goes to a person, and to nobody in the older shape', async () => {
  const content = '平台首充送，提款秒到账'
  const answer = await program.call(PATH, { ...V2, content, fangxing: true })
  assert.deepEqual(answer.result, { suggest: 'review', label: 20006 })
  assert.equal(answer.detail[0].label, 20006)
  assert.ok(answer.detail[0].prob > 50, JSON.stringify(answer.detail))
  assert.equal(answer.fangxing.classes[0].label, 20006)
  assert.equal((await program.call(PATH, { content })).errcode, 0)
})

test('the extension tells the clause, the characters and the disguise, by field or by header', async () => {
  const content = '来，加 薇🌸信 翡.翠代购'
  const answer = await program.call(PATH, { ...V2, content, fangxing: true })
  const [hit] = answer.fangxing.hits.filter(({ term }: { term: string }) => term === '翡翠代购')
  assert.equal(content.slice(hit.start, hit.end), hit.matched)
  assert(hit.conversions.length > 0)
  assert(answer.fangxing.findings.some((finding: { clause_id: string }) => finding.clause_id))
  assert.equal(answer.fangxing.check_id, answer.trace_id)
  assert(answer.fangxing.edition.length > 0)

  const plain = await program.call(PATH, V2)
  assert.equal(plain.fangxing, undefined)
  const response = await instance.app.inject({
    method: 'POST',
    url: `${PATH}?access_token=${program.token}`,
    headers: { 'x-fangxing-extension': '1' },
    payload: JSON.stringify(V2),
  })
  assert.equal(response.json().fangxing.suggest, 'pass')
})

const tolerated: [name: string, body: object][] = [
  ['version and scene as numeric strings', { ...V2, version: '2', scene: '2' }],
  ['optional fields null', { ...V2, title: null, nickname: null, signature: null }],
  ['optional fields empty', { ...V2, title: '', nickname: '', signature: '' }],
  ['unknown fields', { ...V2, whatever: { deep: [1] } }],
  ['lone surrogates and NUL', { ...V2, content: '\ud800 今天天气 \0 很不错 \udfff' }],
  ['content as a number', { ...V2, content: 12345 }],
  ['2500 characters outside the basic plane', { ...V2, content: '🍵'.repeat(2500) }],
]

for (const [name, body] of tolerated) {
  test(`${name} are taken`, async () => {
    const answer = await program.call(PATH, body)
    assert.equal(answer.errcode, 0, JSON.stringify(answer))
    assert.equal(answer.result.suggest, 'pass')
  })
}

const refused: [name: string, body: unknown, errcode: number][] = [
  ['no content', { ...V2, content: undefined }, 47001],
  ['an empty content', { ...V2, content: '' }, 47001],
  ['content null', { ...V2, content: null }, 47001],
  ['content as an object', { ...V2, content: { a: 1 } }, 47001],
  ['no openid', { ...V2, openid: undefined }, 40003],
  ['openid null', { ...V2, openid: null }, 40003],
  ['openid with spaces', { ...V2, openid: 'a b' }, 40003],
  ['openid as a list', { ...V2, openid: ['a'] }, 40003],
  ['no scene', { ...V2, scene: undefined }, 40129],
  ['scene 0', { ...V2, scene: 0 }, 40129],
  ['scene 5', { ...V2, scene: '5' }, 40129],
  ['scene in words', { ...V2, scene: 'comment' }, 40129],
  ['scene 2.5', { ...V2, scene: 2.5 }, 40129],
  ['title as an object', { ...V2, title: {} }, 47001],
  ['2501 characters', { ...V2, content: '好'.repeat(2501) }, 45002],
  ['everything null', { version: 2, scene: null, openid: null, content: null }, 47001],
  ['no body', undefined, 44002],
  ['an empty body', '', 44002],
  ['a body that is no JSON', '{"content":"a"', 47001],
  ['a JSON string', '"content"', 47001],
  ['JSON null', 'null', 47001],
  ['a list', '[{"content":"a"}]', 47001],
  ['GBK bytes', Buffer.from([0x7b, 0x22, 0xc4, 0xe3, 0xba, 0xc3, 0x22]), 47001],
  ['a body of 10 MB', JSON.stringify({ content: 'a'.repeat(10_000_000) }), 45002],
]

for (const [name, body, errcode] of refused) {
  test(`${name} is answered with ${errcode}`, async () => {
    const answer = await program.call(PATH, body)
    assert.equal(answer.errcode, errcode, JSON.stringify(answer))
    assert.equal(answer.result, undefined)
  })
}

test('GET is answered with 43002', async () => {
  assert.equal((await program.call(PATH, undefined, 'GET')).errcode, 43002)
})

test('a signature counts in a profile only', async () => {
  const signature = TEST_STRINGS[1]
  const comment = await program.call(PATH, { ...V2, scene: 2, signature })
  assert.equal(comment.result.suggest, 'pass')
  const profile = await program.call(PATH, { ...V2, scene: 1, signature, fangxing: 1 })
  assert.equal(profile.result.suggest, 'risky')
  assert.equal(profile.fangxing.hits[0].field, 'signature')
})

test('the first shape answers 0 for a clean text and 87014 for a risky one', async () => {
  assert.deepEqual(await program.call(PATH, { content: '今天天气不错' }), {
    errcode: 0,
    errmsg: 'ok',
  })
  for (const content of TEST_STRINGS) {
    const answer = await program.call(PATH, { content })
    assert.equal(answer.errcode, 87014)
    assert.match(answer.errmsg, /^risky content rid: /)
  }
})

test('what a person should see is risky in the first shape, which has no third answer', async () => {
  const content = '加微信'
  const second = await program.call(PATH, { ...V2, content })
  assert.equal(second.result.suggest, 'review')
  assert.equal((await program.call(PATH, { content })).errcode, 87014)
})

test('version 1, another version and none are the first shape', async () => {
  for (const version of [1, '1', 3, null, undefined, true]) {
    const answer = await program.call(PATH, { content: '你好', version })
    assert.deepEqual(answer, { errcode: 0, errmsg: 'ok' })
  }
})

test('the first shape takes 500 KB and not a byte more', async () => {
  const most = '0123456789abcdef'.repeat(32_000)
  assert.equal((await program.call(PATH, { content: most })).errcode, 0)
  assert.equal((await program.call(PATH, { content: `${most}a` })).errcode, 45002)
})

test('a path that is not served is answered with 40066', async () => {
  for (const path of ['/wxa/msg_sec_checks', '/wxa/nothing/here', '/cgi-bin/menu/get']) {
    assert.equal((await program.call(path, {})).errcode, 40066)
  }
})

test('the text of a check that passed is not kept, of another it is', async () => {
  const clean = await program.call(PATH, V2)
  assert.equal((await instance.storage.checks.find(clean.trace_id))?.texts, null)
  const risky = await program.call(PATH, { ...V2, content: TEST_STRINGS[0] })
  const record = await instance.storage.checks.find(risky.trace_id)
  assert.equal(record?.texts?.[0]?.text, TEST_STRINGS[0])
  assert.equal(record?.writer, V2.openid)
  assert.equal(record?.appid, program.appid)
})
