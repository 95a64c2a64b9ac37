import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { deliverDue } from '../src/delivery/deliver.ts'
import { sendFile } from './dialect-story.ts'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { drawn, openStudio, type Scenery } from './media-studio.ts'
import { refused, taken } from './people.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const CLAIM_MS = 10 * 60 * 1000

let instance: Instance
let program: Program
let asApp: Pick<Person, 'get'>
let reviewer: Person
let other: Person
let operator: Person
let receiver: Receiver

before(async () => {
  instance = await startInstance(undefined, openStudio())
  program = await makeProgram(instance)
  asApp = askerWith(instance.app, { authorization: `Bearer ${program.token}` })
  reviewer = await signIn(instance, ['reviewer'])
  other = await signIn(instance, ['reviewer'])
  operator = await signIn(instance, ['operator'])
  receiver = await startReceiver()
  await lookOnce()
  await listed('丁香茶')
})
after(async () => {
  await receiver.close()
  await instance.close()
})

/** No second looks: which cases would have one is a matter of chance. */
async function lookOnce(): Promise<void> {
  const policy = await taken(operator.get('/v1/desk/policy'))
  const second = { ...policy.second, rate: 0, labelRates: {} }
  await taken(operator.put('/v1/desk/policy', { ...policy, second }))
}

/** From now on a text with this word is left to a person. */
async function listed(text: string): Promise<string> {
  const draft = { text, label: 10001, level: 'review' }
  return (await taken(operator.post('/v1/terms', draft), 201)).id
}

async function checked(content: string): Promise<Json> {
  const body = { version: 2, scene: 2, openid: 'o-1', content }
  return program.call('/wxa/msg_sec_check', body)
}

/** The trace id of a text that is left to a person. */
async function doubtful(content = '来一壶丁香茶'): Promise<string> {
  const answer = await checked(content)
  assert.equal(answer.result.suggest, 'review')
  return answer.trace_id
}

async function decide(person: Person, id: string, settlement: object): Promise<Json> {
  const { fence } = await taken(person.post(`/v1/cases/${id}/claim`))
  return taken(person.post(`/v1/cases/${id}/decision`, { fence, ...settlement }))
}

test('a text in doubt waits for a reviewer with its words and its hits', async () => {
  const id = await doubtful()
  const { items, waiting } = await taken(reviewer.get(`/v1/cases?appid=${program.appid}`))
  assert(items.some((one: Json) => one.id === id))
  assert.equal(waiting.count, items.length)
  const { check, decision } = await taken(reviewer.get(`/v1/cases/${id}`))
  assert.equal(decision, null)
  assert.deepEqual(check.texts, [{ field: 'content', text: '来一壶丁香茶' }])
  const [{ place, matched }] = check.hits
  assert.equal(check.texts[0].text.slice(place.start, place.end), matched)
  await decide(reviewer, id, { verdict: 'pass' })
})

test('a text that is clear waits for nobody', async () => {
  const { trace_id } = await checked('今天天气不错')
  await refused(reviewer.get(`/v1/cases/${trace_id}`), 404, 'CASE_NOT_FOUND')
})

test('the app asks by trace_id and learns the decision, not who made it', async () => {
  const id = await doubtful()
  assert.equal((await taken(asApp.get(`/v1/cases/${id}`))).decision, null)
  const { decision: inside } = await decide(reviewer, id, { verdict: 'risky', note: '广告' })
  const { decision, claim, proposals } = await taken(asApp.get(`/v1/cases/${id}`))
  const { by, ...told } = inside
  assert.equal(typeof by, 'string')
  assert.deepEqual(decision, told)
  assert.deepEqual({ ...told, at: 0 }, { verdict: 'risky', label: 10001, note: '广告', at: 0 })
  assert.deepEqual([claim, proposals], [null, []])
})

test('another app does not learn that the case exists', async () => {
  const id = await doubtful()
  const stranger = await makeProgram(instance)
  const asker = askerWith(instance.app, { authorization: `Bearer ${stranger.token}` })
  await refused(asker.get(`/v1/cases/${id}`), 404, 'CASE_NOT_FOUND')
  const { items } = await taken(asker.get(`/v1/cases?appid=${program.appid}`))
  assert.deepEqual(items, [])
  await decide(reviewer, id, { verdict: 'pass' })
})

test('a decision calls back, signed, under the trace id', async () => {
  const { storage, wallClock } = instance
  const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
  const webhook = { url: receiver.url, secret }
  const encodingAesKey = 'A'.repeat(43)
  const wechat = {
    ...{ url: receiver.url, token: 'AAAAA', encodingAesKey, originalId: 'gh_1' },
    mode: 'plain' as const,
    format: 'json' as const,
  }
  await storage.callbacks.set(program.appid, { webhook, wechat, mail: null }, wallClock.now())
  const id = await doubtful()
  await decide(reviewer, id, { verdict: 'risky', label: 20008, note: '诈骗' })
  await deliverDue(instance.ports)
  await settledDeliveries()

  const hook = receiver.received.find(({ headers }) => headers['webhook-id'] !== undefined)
  assert(hook)
  const { type, data } = new Webhook(secret).verify(
    hook.body,
    hook.headers as Record<string, string>,
  ) as Json
  assert.equal(type, 'check.decided')
  assert.deepEqual(data, {
    ...{ appid: program.appid, traceId: id, openid: 'o-1', scene: 2 },
    ...{ suggest: 'risky', label: 20008, note: '诈骗' },
  })
  const push = receiver.received.find(({ body }) => body.includes('fangxing_check_decided'))
  const { trace_id, result } = JSON.parse(push?.body ?? '')
  assert.deepEqual([trace_id, result], [id, { suggest: 'risky', label: 20008 }])
})

/** The workers of the instance may have taken a delivery before this test could. */
async function settledDeliveries(): Promise<void> {
  for (;;) {
    const { items } = await instance.storage.deliveries.list(program.appid)
    if (items.every(({ deliveredAt }) => deliveredAt !== null)) return
    await deliverDue(instance.ports)
  }
}

test('two reviewers get different cases, and a forgotten one comes back under a higher fence', async () => {
  const ids = [await doubtful(), await doubtful()]
  const next = async (person: Person) =>
    taken(person.post('/v1/cases/claim-next', { appid: program.appid }))
  const [mine, theirs] = [await next(reviewer), await next(other)]
  assert.deepEqual([mine.case.id, theirs.case.id], ids)
  assert.equal((await next(other)).case, null)

  const details = await refused(other.post(`/v1/cases/${ids[0]}/claim`), 409, 'STALE_FENCE')
  assert.match(details.heldBy, /reviewer/)
  instance.clock.advance(CLAIM_MS)
  assert.equal((await next(other)).case.id, ids[0])
  const late = reviewer.post(`/v1/cases/${ids[0]}/decision`, { fence: mine.fence, verdict: 'pass' })
  await refused(late, 409, 'STALE_FENCE')
  for (const id of ids) await decide(other, id ?? '', { verdict: 'pass' })
})

test('a decision is made once', async () => {
  const id = await doubtful()
  await decide(reviewer, id, { verdict: 'pass' })
  await refused(other.post(`/v1/cases/${id}/claim`), 409, 'EVENT_NOT_ALLOWED')
})

test('what was risky is listed after a second person agrees, and not before', async () => {
  const id = await doubtful('丁香茶，暗号是青竹令')
  await decide(reviewer, id, { verdict: 'risky' })
  const change = { kind: 'deny', text: '青竹令', label: 20006, level: 'block' }
  const { id: proposal } = await taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  assert.equal((await checked('青竹令')).result.suggest, 'pass')
  await refused(reviewer.post(`/v1/proposals/${proposal}/agree`), 403, 'SECOND_PERSON_NEEDED')
  assert.equal((await checked('青竹令')).result.suggest, 'pass')

  const { answer } = await taken(other.post(`/v1/proposals/${proposal}/agree`))
  assert.deepEqual((await checked('青 竹 令')).result, { suggest: 'risky', label: 20006 })
  const edition = await taken(operator.get(`/v1/lexicon-editions/${answer.edition}`))
  assert.match(edition.note, new RegExp(id))
  await refused(other.post(`/v1/proposals/${proposal}/refuse`), 409, 'EVENT_NOT_ALLOWED')
})

test('what was innocent is excused in its phrase and found elsewhere', async () => {
  const termId = await listed('白马寺')
  const id = await doubtful('洛阳白马寺一日游')
  await decide(reviewer, id, { verdict: 'pass' })
  const change = { kind: 'allow', termId, phrase: '洛阳白马寺' }
  const { id: proposal } = await taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  await taken(operator.post(`/v1/proposals/${proposal}/agree`))
  assert.equal((await checked('洛阳白马寺一日游')).result.suggest, 'pass')
  assert.equal((await checked('白马寺见')).result.suggest, 'review')
})

test('a starter term that is excused comes back when its edition is rolled back', async () => {
  const { items } = await taken(operator.get('/v1/terms'))
  const starter = items.find(({ createdBy, text }: Json) => createdBy === null && text === '加微信')
  assert(starter, 'the starter list has the word')
  const content = '丁香茶，请加微信息员'
  const id = await doubtful(content)
  const change = { kind: 'allow', termId: starter.id, phrase: '加微信息' }
  const { id: proposal } = await taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  const { answer } = await taken(other.post(`/v1/proposals/${proposal}/agree`))
  const wordsOf = async () => {
    const { hits } = await taken(reviewer.post('/v1/checks', { text: content }))
    return hits.map(({ term }: Json) => term)
  }
  assert(!(await wordsOf()).includes('加微信'))
  await taken(operator.post(`/v1/lexicon-editions/${answer.edition - 1}/roll-back`), 201)
  assert((await wordsOf()).includes('加微信'))
})

async function proposed(id: string, change: object): Promise<Json> {
  return taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
}

const agreed = async ({ id }: Json) => taken(other.post(`/v1/proposals/${id}/agree`))

test('two phrases of one starter term are agreed to, one after the other', async () => {
  const cases = [await doubtful('招代理甲，丁香茶'), await doubtful('招代理乙，丁香茶')]
  const [first, second] = await Promise.all(
    ['招代理甲', '招代理乙'].map((phrase, nth) =>
      proposed(cases[nth] ?? '', { kind: 'allow', termId: 'starter/advert/招代理', phrase }),
    ),
  )
  await agreed(first)
  await agreed(second)
  const third = await doubtful('招代理丙，丁香茶')
  const change = { kind: 'allow', termId: 'starter/advert/招代理', phrase: '招代理丙' }
  await agreed(await proposed(third, change))
  const { hits } = await taken(reviewer.post('/v1/checks', { text: '招代理甲乙丙丁，招代理乙' }))
  assert.deepEqual(hits, [])
  const { hits: elsewhere } = await taken(reviewer.post('/v1/checks', { text: '招代理丁' }))
  assert.equal(elsewhere.length, 1)
})

test('what an excused phrase leaves is told before anybody agrees, and nothing left is a pass', async () => {
  const terms = [await listed('翡琉匣'), await listed('琉匣钥')]
  const id = await doubtful('翡琉匣钥')
  const [first, second] = await Promise.all(
    terms.map((termId) => proposed(id, { kind: 'allow', termId, phrase: '翡琉匣钥' })),
  )
  assert.deepEqual([first.stillFound, second.stillFound], [['琉匣钥'], ['翡琉匣']])
  assert.deepEqual((await agreed(first)).stillFound, [])
  assert.equal((await checked('翡琉匣钥')).result.suggest, 'review')
  const { items } = await taken(other.get('/v1/proposals?open=true'))
  assert.deepEqual(items.find((one: Json) => one.id === second.id).stillFound, [])
  await agreed(second)
  assert.equal((await checked('翡琉匣钥')).result.suggest, 'pass')
})

test('a word that became stricter is not lowered by an older proposal, nor by a later one', async () => {
  const change = { kind: 'deny', text: '绣球露', label: 10001, level: 'review' }
  const older = await proposed(await doubtful('丁香茶和绣球露'), change)
  const stricter = { text: '绣球露', label: 20006, level: 'block' }
  await taken(operator.post('/v1/terms', stricter), 201)
  const answered = other.post(`/v1/proposals/${older.id}/agree`)
  const { because } = await refused(answered, 422, 'PROPOSAL_WITHOUT_EFFECT')
  assert.match(because, /更严/)
  const later = reviewer.post(`/v1/cases/${older.caseId}/proposals`, change)
  await refused(later, 422, 'PROPOSAL_WITHOUT_EFFECT')
  assert.deepEqual((await checked('绣球露')).result, { suggest: 'risky', label: 20006 })
})

const WITHOUT_EFFECT: [name: string, change: object, said: RegExp][] = [
  [
    'a word that is not there',
    { kind: 'deny', text: '别处', label: 10001, level: 'block' },
    /没有这个词/,
  ],
  ['a term that is not listed', { kind: 'allow', termId: 'gone', phrase: '丁香茶' }, /不在词库/],
]

for (const [name, change, said] of WITHOUT_EFFECT) {
  test(`a proposal about ${name} is refused with the reason`, async () => {
    const id = await doubtful()
    const proposed = reviewer.post(`/v1/cases/${id}/proposals`, change)
    const { because } = await refused(proposed, 422, 'PROPOSAL_WITHOUT_EFFECT')
    assert.match(because, said)
  })
}

test('a phrase that does not cover the hit is refused', async () => {
  const termId = await listed('黄粱梦')
  const id = await doubtful('黄粱梦一场')
  const change = { kind: 'allow', termId, phrase: '梦一场' }
  await refused(reviewer.post(`/v1/cases/${id}/proposals`, change), 422, 'PROPOSAL_WITHOUT_EFFECT')
})

test('open proposals are listed until they have their answer', async () => {
  const id = await doubtful('丁香茶配松子糖')
  const change = { kind: 'deny', text: '松子糖', label: 10001, level: 'hint' }
  const { id: proposal } = await taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  const openIds = async () =>
    (await taken(other.get('/v1/proposals?open=true'))).items.map((one: Json) => one.id)
  assert((await openIds()).includes(proposal))
  await taken(reviewer.post(`/v1/proposals/${proposal}/refuse`))
  assert(!(await openIds()).includes(proposal))
  const [kept] = (await taken(other.get(`/v1/cases/${id}`))).proposals
  assert.equal(kept.answer.kind, 'refused')
})

const LOOKS = 'a1'.repeat(32)

/** Sends a picture; the id of its case, if it was left to a person. */
async function sent(scenery: Scenery): Promise<{ errcode: number; id: string | undefined }> {
  const file = { path: '/wxa/img_sec_check', field: 'media' }
  const { errcode } = await sendFile(instance, program, drawn('png', scenery), file)
  const { items } = await taken(reviewer.get(`/v1/cases?appid=${program.appid}`))
  return { errcode, id: items.at(-1)?.id }
}

test('a picture in doubt is seen by a person, and known again when a second one agrees', async () => {
  const { errcode, id = '' } = await sent({ words: '', porn: 0.9, hash: LOOKS })
  assert.equal(errcode, 87014)
  const { check } = await taken(reviewer.get(`/v1/cases/${id}`))
  assert.deepEqual([check.kind, check.canTeachPicture], ['picture', true])
  assert.equal((await reviewer.get(`/v1/media/${check.mediaId}`)).status, 200)
  const authority = await signIn(instance, ['authority'], 'CN-GD')
  await refused(authority.get(`/v1/media/${check.mediaId}`), 404, 'MEDIA_NOT_FOUND')

  await decide(reviewer, id, { verdict: 'pass', note: '是雕塑' })
  const change = { kind: 'allowPicture', label: 100 }
  const { id: proposal } = await taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  assert.equal((await sent({ words: '', porn: 0.9, hash: LOOKS })).errcode, 87014)
  await taken(other.post(`/v1/proposals/${proposal}/agree`))
  assert.equal((await sent({ words: '', porn: 0.9, hash: LOOKS })).errcode, 0)
  assert.equal((await sent({ words: '', porn: 0.9, hash: 'b2'.repeat(32) })).errcode, 87014)
})

test('a denied picture stops whoever sends what looks like it', async () => {
  const bits = 'c3'.repeat(32)
  const mirrored = '3c'.repeat(32)
  const { id = '' } = await sent({ words: '', porn: 0.9, hash: bits, variants: [bits, mirrored] })
  await decide(reviewer, id, { verdict: 'risky', label: 20002 })
  const change = { kind: 'denyPicture', label: 20002 }
  const { id: proposal } = await taken(reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  await taken(other.post(`/v1/proposals/${proposal}/agree`))
  assert.equal((await sent({ words: '', hash: mirrored })).errcode, 87014)
  const waiting = async () =>
    (await taken(reviewer.get(`/v1/cases?appid=${program.appid}`))).waiting.count
  const before = await waiting()
  assert.equal((await sent({ words: '', hash: bits })).errcode, 87014)
  assert.equal(await waiting(), before, 'what is sure waits for nobody')
})

test('a picture without a hash teaches nothing', async () => {
  const { id = '' } = await sent({ words: '', porn: 0.9 })
  const change = { kind: 'denyPicture', label: 20002 }
  const proposed = reviewer.post(`/v1/cases/${id}/proposals`, change)
  assert.match((await refused(proposed, 422, 'PROPOSAL_WITHOUT_EFFECT')).because, /指纹/)
})
