import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { drafted, gather, makeApp, type People, refused, submit, taken } from './people.ts'

const MINUTE = 60_000

let instance: Instance
let program: Program
let people: People
let lead: Person
let shipped: Json

before(async () => {
  instance = await startInstance()
  program = await makeProgram(instance)
  people = await gather(instance)
  lead = await signIn(instance, ['reviewer'])
  shipped = await taken(people.operator.get('/v1/desk/policy'))
  await taken(people.operator.put(`/v1/desk/people/${lead.id}`, { skills: ['lead'] }))
  for (const [text, label] of [
    ['丁香茶', 10001],
    ['血腥图', 20006],
  ]) {
    await taken(people.operator.post('/v1/terms', { text, label, level: 'review' }), 201)
  }
})
after(() => instance.close())

async function doubtful(content = '来一壶丁香茶', openid = 'o-1'): Promise<string> {
  const body = { version: 2, scene: 2, openid, content }
  const answer = await program.call('/wxa/msg_sec_check', body)
  assert.equal(answer.result.suggest, 'review', JSON.stringify(answer))
  return answer.trace_id
}

/** The desk as it was shipped, but for these settings. */
async function setDesk(change: object): Promise<void> {
  await taken(people.operator.put('/v1/desk/policy', { ...shipped, goldenRate: 0, ...change }))
}

const NEVER = { rate: 0, labelRates: {}, effect: 'after' }
const ALWAYS_BEFORE = { rate: 1, labelRates: {}, effect: 'before' }

async function next(person: Person, wish: object = {}): Promise<Json> {
  return taken(person.post('/v1/desk/next', wish))
}

async function settle(person: Person, given: Json, said: object): Promise<void> {
  const path = `/v1/desk/items/${given.item.id}/decision`
  await taken(person.post(path, { fence: given.fence, ...said }), 204)
}

/** Nothing of an earlier test waits. */
async function clear(): Promise<void> {
  await setDesk({ second: NEVER, exposure: { mostPerDay: 10_000, warnFrom: 1 } })
  for (const person of [people.reviewer, people.otherReviewer, lead]) {
    for (;;) {
      const given = await next(person, { kinds: ['text'] })
      if (given.item === null) break
      await settle(person, given, { verdict: 'pass' })
    }
  }
}

test('one queue holds texts and versions; what is grave comes before what is older', async () => {
  await clear()
  const appid = await makeApp(people)
  const version = await submit(people, await drafted(people, appid))
  const light = await doubtful()
  instance.clock.advance(30 * MINUTE)
  const grave = await doubtful('血腥图')
  const { items, counts } = await taken(people.reviewer.get('/v1/desk/queue'))
  assert.deepEqual(
    items.map(({ id }: Json) => id),
    [grave, light, version.id],
  )
  assert.deepEqual(
    counts.map(({ kind, count }: Json) => [kind, count]),
    [
      ['release', 1],
      ['text', 2],
    ],
  )
  assert.equal(items[0].isSevere, true)
  assert.equal(items[0].dueAt, items[0].openedAt + 60 * MINUTE)
  assert.deepEqual(
    items[0].reasons.map(({ hours }: Json) => hours),
    [1, -8],
  )
  const only = await taken(people.reviewer.get('/v1/desk/queue?kinds=release'))
  assert.equal(only.items.length, 1)
  await refused(people.reviewer.get('/v1/desk/queue?kinds=song'), 400, 'REQUEST_MALFORMED')
})

test('ten who ask at once hold ten different things, and all see who holds what', async () => {
  await clear()
  for (let nth = 0; nth < 6; nth += 1) await doubtful('丁香茶', `o-${nth}`)
  const given = await Promise.all(
    Array.from({ length: 10 }, (_, nth) =>
      next(nth % 2 === 0 ? people.reviewer : people.otherReviewer, { kinds: ['text'] }),
    ),
  )
  const ids = given.flatMap(({ item }) => (item ? [item.id] : []))
  assert.equal(new Set(ids).size, 6)
  assert.equal(ids.length, 6)
  const { items } = await taken(lead.get('/v1/desk/queue?kinds=text'))
  assert(items.every(({ claim }: Json) => claim.userName.startsWith('reviewer')))
  const first = given.find(({ item }) => item !== null)
  await refused(lead.post(`/v1/desk/items/${first.item.id}/claim`), 409, 'STALE_FENCE')
  instance.clock.advance(4 * MINUTE)
  const { fence } = await taken(lead.post(`/v1/desk/items/${first.item.id}/claim`))
  assert.equal(fence, first.fence + 1)
  const late = { fence: first.fence, verdict: 'pass' }
  const path = `/v1/desk/items/${first.item.id}/decision`
  await refused(people.reviewer.post(path, late), 409, 'STALE_FENCE')
  await lead.delete(`/v1/desk/items/${first.item.id}/claim`)
  for (const { item, fence: held } of given) {
    if (item) await people.reviewer.delete(`/v1/desk/items/${item.id}/claim`)
    assert(item === null || held > 0)
  }
})

test('an item has its text, the rules, and what the writer did before', async () => {
  await clear()
  const earlier = await doubtful('丁香茶 一', 'o-known')
  await settle(people.reviewer, await next(people.reviewer), { verdict: 'risky', note: '引流' })
  const id = await doubtful('丁香茶 二', 'o-known')
  const same = await doubtful('丁香茶 二', 'o-else')
  const { item, check, past } = await taken(people.reviewer.get(`/v1/desk/items/${id}`))
  assert.equal(item.appName, '园艺笔记')
  assert.equal(check.texts[0].text, '丁香茶 二')
  assert.equal(check.hits[0].matched, '丁香茶')
  assert.deepEqual(
    past.ofWriter.items.map(({ id: one, verdict, note }: Json) => [one, verdict, note]),
    [[earlier, 'risky', '引流']],
  )
  assert.equal(past.ofContent.items[0].id, same)
  await refused(people.reviewer.get('/v1/desk/items/none'), 404, 'CASE_NOT_FOUND')
})

test('a clause that is in no book is refused; a known one is kept', async () => {
  await clear()
  await doubtful()
  const given = await next(people.reviewer)
  const path = `/v1/desk/items/${given.item.id}/decision`
  const said = { fence: given.fence, verdict: 'risky', clauses: ['no/1'] }
  await refused(people.reviewer.post(path, said), 400, 'REQUEST_MALFORMED')
  const { check } = await taken(people.reviewer.get(`/v1/desk/items/${given.item.id}`))
  const clause = check.judgements[0].clauseId
  await settle(people.reviewer, given, { verdict: 'risky', clauses: [clause], spentMs: 900 })
  await refused(people.reviewer.post(path, { ...said, clauses: [] }), 409, 'EVENT_NOT_ALLOWED')
})

test('skipped is for others, held is for later, escalated is for leads', async () => {
  await clear()
  const id = await doubtful()
  const given = await next(people.reviewer, { kinds: ['text'] })
  assert.equal(given.item.id, id)
  const aside = `/v1/desk/items/${id}/aside`
  await taken(people.reviewer.post(aside, { kind: 'skip' }), 204)
  assert.equal((await next(people.reviewer, { kinds: ['text'] })).item, null)
  assert.equal((await next(people.otherReviewer, { kinds: ['text'] })).item.id, id)
  await refused(people.reviewer.post(aside, { kind: 'hold' }), 409, 'STALE_FENCE')
  await taken(people.otherReviewer.post(aside, { kind: 'hold', note: '等资料' }), 204)
  assert.equal((await next(lead, { kinds: ['text'] })).item, null)
  const { items } = await taken(lead.get('/v1/desk/queue?state=aside'))
  assert.equal(items[0].mark.note, '等资料')
  await refused(people.reviewer.delete(aside), 403, 'NOT_ALLOWED')
  await taken(people.otherReviewer.delete(aside), 204)
  const again = await next(people.otherReviewer, { kinds: ['text'] })
  await taken(people.otherReviewer.post(aside, { kind: 'escalate', note: '拿不准' }), 204)
  assert.equal((await next(people.otherReviewer, { kinds: ['text'] })).item, null)
  assert.equal((await next(lead, { kinds: ['text'] })).item.id, again.item.id)
})

test('a second reviewer sees no first decision; where they differ a lead’s word is told', async () => {
  await clear()
  await setDesk({ second: ALWAYS_BEFORE })
  const id = await doubtful()
  const first = await next(people.reviewer, { kinds: ['text'] })
  await settle(people.reviewer, first, { verdict: 'risky', note: '第一个人' })
  assert.equal((await taken(people.operator.get(`/v1/cases/${id}`))).decision, null)
  assert.equal((await next(people.reviewer, { kinds: ['text'] })).item, null)

  const second = await next(people.otherReviewer, { kinds: ['text'] })
  assert.match(second.item.id, /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  const whole = await taken(people.otherReviewer.get(`/v1/desk/items/${second.item.id}`))
  assert(!JSON.stringify(whole).includes('第一个人'))
  assert(!JSON.stringify(whole).includes(id), 'the id of the first look is not told')
  assert.equal(whole.check.texts[0].text, '来一壶丁香茶')
  await settle(people.otherReviewer, second, { verdict: 'pass' })

  const last = await next(lead, { kinds: ['text'] })
  await settle(lead, last, { verdict: 'risky', note: '确为广告' })
  const { decision } = await taken(people.operator.get(`/v1/cases/${id}`))
  assert.deepEqual([decision.verdict, decision.note], ['risky', '确为广告'])
  const report = await taken(people.operator.get('/v1/desk/quality'))
  const of = (userId: string) => report.people.find((one: Json) => one.userId === userId)
  assert.equal(of(people.reviewer.id).upheldByLead.share, 1)
  assert.equal(of(people.otherReviewer.id).upheldByLead.share, 0)
})

test('where the first decision counts at once, no reviewer reads it until the second look', async () => {
  await clear()
  await setDesk({ second: { ...ALWAYS_BEFORE, effect: 'after' } })
  const id = await doubtful()
  await settle(people.reviewer, await next(people.reviewer), { verdict: 'risky' })
  assert.equal((await taken(people.otherReviewer.get(`/v1/cases/${id}`))).decision, null)
  assert.equal((await taken(people.operator.get(`/v1/cases/${id}`))).decision.verdict, 'risky')
  await settle(people.otherReviewer, await next(people.otherReviewer), { verdict: 'risky' })
  const seen = await taken(people.otherReviewer.get(`/v1/cases/${id}`))
  assert.equal(seen.decision.verdict, 'risky')
})

test('what the first decision proposes is read by no other reviewer until the second look', async () => {
  await clear()
  await setDesk({ second: { ...ALWAYS_BEFORE, effect: 'after' } })
  const id = await doubtful('来一壶丁香茶配绿豆糕')
  await settle(people.reviewer, await next(people.reviewer), { verdict: 'risky' })
  const change = { kind: 'deny', text: '绿豆糕', label: 10001, level: 'block' }
  const own = await taken(people.reviewer.post(`/v1/cases/${id}/proposals`, change), 201)
  const seenBy = async (person: Person) => {
    const { items } = await taken(person.get('/v1/proposals'))
    const { proposals } = await taken(person.get(`/v1/cases/${id}`))
    return [items, proposals].map((all) => all.some((one: Json) => one.id === own.id))
  }
  assert.deepEqual(await seenBy(people.otherReviewer), [false, false])
  assert.deepEqual(await seenBy(people.operator), [true, true])
  assert.deepEqual(await seenBy(people.reviewer), [true, true], 'it is their own')
  for (const answer of ['agree', 'refuse']) {
    const answered = people.otherReviewer.post(`/v1/proposals/${own.id}/${answer}`)
    await refused(answered, 404, 'PROPOSAL_NOT_FOUND')
  }
  const agreed = people.operator.post(`/v1/proposals/${own.id}/agree`)
  assert.equal((await refused(agreed, 409, 'EVENT_NOT_ALLOWED')).state, 'awaitsSecond')

  await settle(people.otherReviewer, await next(people.otherReviewer), { verdict: 'risky' })
  assert.deepEqual(await seenBy(people.otherReviewer), [true, true])
  await taken(people.otherReviewer.post(`/v1/proposals/${own.id}/agree`))
})

test('a golden task looks like any other, tells nobody, and is scored', async () => {
  await clear()
  const id = await doubtful('丁香茶 金标', 'o-gold')
  const given = await next(people.reviewer)
  await refused(people.operator.post('/v1/desk/golden', { caseId: id }), 409, 'EVENT_NOT_ALLOWED')
  await settle(people.reviewer, given, { verdict: 'risky' })
  await taken(people.operator.post('/v1/desk/golden', { caseId: id }), 201)
  await setDesk({ second: NEVER, goldenRate: 1 })
  assert.equal((await next(people.reviewer)).item?.id === id, false, 'not to who decided it')
  const golden = await next(people.otherReviewer, { kinds: ['text'] })
  const plain = await taken(people.otherReviewer.get(`/v1/desk/items/${golden.item.id}`))
  assert.equal(plain.check.texts[0].text, '丁香茶 金标')
  assert(!JSON.stringify(plain).includes(id))
  assert.deepEqual(Object.keys(golden.item).sort(), Object.keys(given.item).sort())
  await settle(people.otherReviewer, golden, { verdict: 'pass' })
  const report = await taken(people.operator.get('/v1/desk/quality'))
  const mine = report.people.find((one: Json) => one.userId === people.otherReviewer.id)
  assert.deepEqual([mine.golden.count, mine.golden.of], [0, 1])
  const own = await taken(people.reviewer.get('/v1/desk/quality'))
  assert(own.people.every((one: Json) => one.userId === people.reviewer.id))
})

test('who has seen enough today is given milder things, then a break', async () => {
  await clear()
  const fresh = await signIn(instance, ['reviewer'])
  await setDesk({ second: NEVER, exposure: { mostPerDay: 2, warnFrom: 0.5 } })
  for (let nth = 0; nth < 3; nth += 1) await doubtful('血腥图', `o-s${nth}`)
  const light = await doubtful('丁香茶', 'o-light')
  const budget = async () => (await taken(fresh.get('/v1/desk/me'))).budget
  await settle(fresh, await next(fresh, { kinds: ['text'] }), { verdict: 'risky' })
  assert.deepEqual(await budget(), { seen: 1, most: 2, state: 'warned' })
  await settle(fresh, await next(fresh, { kinds: ['text'] }), { verdict: 'risky' })
  const milder = await next(fresh, { kinds: ['text'] })
  assert.equal(milder.item.id, light)
  await settle(fresh, milder, { verdict: 'pass' })
  assert.equal((await next(fresh, { kinds: ['text'] })).because, 'budget')
  const { items } = await taken(people.operator.get('/v1/desk/people'))
  assert.equal(items.find((one: Json) => one.userId === fresh.id).seenToday, 2)
  instance.clock.advance(24 * 60 * MINUTE)
  assert.notEqual((await next(fresh, { kinds: ['text'] })).item, null)
})

test('a person may ask for more shield than the operator’s least, never for less', async () => {
  const change = { shield: { picture: 'shown', isMuted: false } }
  const mine = await taken(people.reviewer.put('/v1/desk/me', change))
  assert.deepEqual(mine.shield, { picture: 'blur', isMuted: true })
  await setDesk({ shield: { picture: 'shown', isMuted: false } })
  const asked = await taken(people.reviewer.put('/v1/desk/me', { shield: { picture: 'grey' } }))
  assert.deepEqual(asked.shield, { picture: 'grey', isMuted: false })
})

test('filters are kept for the person, and skills say what one is given', async () => {
  await clear()
  const filters = [{ name: '广告', kinds: ['text'], labels: [10001] }]
  const mine = await taken(people.reviewer.put('/v1/desk/me', { filters }))
  assert.deepEqual(mine.filters, filters)
  const picky = await signIn(instance, ['reviewer'])
  await taken(people.operator.put(`/v1/desk/people/${picky.id}`, { skills: ['picture'] }))
  await doubtful()
  assert.equal((await next(picky)).item, null)
  const wrong = people.operator.put(`/v1/desk/people/${picky.id}`, { skills: ['cooking'] })
  await refused(wrong, 400, 'REQUEST_MALFORMED')
})

test('a recording plays by the id of its item, in parts and sandboxed', async () => {
  await clear()
  const at = instance.clock.now()
  const content = new Uint8Array(Buffer.from('RIFF    WAVE and some more'))
  const kept = { appid: program.appid, kind: 'sound', type: 'audio/wav', content } as const
  const { id: soundId } = await instance.storage.media.keep({ ...kept, validUntil: at + 1e9 }, at)
  const checkId = await instance.storage.checks.record({
    ...{ kind: 'sound', appid: program.appid, writer: 'o-1', scene: 2, suggest: 'review', at },
    ...{ label: 10001, edition: 'e', evidence: { soundId }, texts: [], keepTextsUntil: null },
  })
  const { check } = await taken(people.reviewer.get(`/v1/desk/items/${checkId}`))
  const played = await people.reviewer.get(check.soundUrl)
  assert.equal(played.status, 200)
  assert.match(String(played.headers['content-security-policy']), /sandbox/)
  const without = `/v1/desk/items/${await doubtful()}/sound`
  await refused(people.reviewer.get(without), 404, 'MEDIA_NOT_FOUND')
})
