/** The lexicon over HTTP: editions, going back, imported lists, terms with dates. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openLexiconShelf } from '../src/lexicon-shelf.ts'
import { type Instance, type Json, type Person, signIn, startInstance } from './instance.ts'

let instance: Instance
let operator: Person

before(async () => {
  instance = await startInstance()
  operator = await signIn(instance, ['operator'])
})
after(() => instance.close())

const draft = (text: string, more = {}) => ({ text, label: 20006, level: 'review', ...more })

async function publish(body: Json): Promise<Json> {
  const answer = await operator.post('/v1/lexicon-editions', body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

async function hitsOf(text: string): Promise<string[]> {
  const { status, body } = await operator.post('/v1/checks', { text })
  assert.equal(status, 200)
  return body.hits.map(({ term }: Json) => term)
}

test('an edition adds and removes several terms at once, and the next check sees them', async () => {
  const first = await publish({ add: [draft('甲乙丙丁'), draft('戊己庚辛')], note: '试用' })
  assert.deepEqual(
    first.added.map(({ text }: Json) => text),
    ['甲乙丙丁', '戊己庚辛'],
  )
  assert.deepEqual(await hitsOf('说甲乙丙丁和戊己庚辛'), ['甲乙丙丁', '戊己庚辛'])

  const second = await publish({ add: [draft('壬癸子丑')], remove: [first.added[0].id] })
  assert.equal(second.parent, first.number)
  assert.deepEqual(await hitsOf('说甲乙丙丁和壬癸子丑'), ['壬癸子丑'])
})

test('going back gives the terms of the earlier edition and leaves the later ones in the record', async () => {
  const { body: start } = await operator.get('/v1/terms')
  const base = await publish({ add: [draft('寅卯辰巳')] })
  const { body: then } = await operator.get('/v1/terms')
  await publish({ remove: [base.added[0].id] })
  await publish({ add: [draft('午未申酉')], remove: [start.items[0].id] })

  const back = await operator.post(`/v1/lexicon-editions/${base.number}/roll-back`, {
    note: '误伤太多',
  })
  assert.equal(back.status, 201, JSON.stringify(back.body))
  assert.deepEqual([back.body.restores, back.body.note], [base.number, '误伤太多'])
  const { body: now } = await operator.get('/v1/terms')
  assert.equal(now.edition, then.edition)
  assert.deepEqual(new Set(now.items), new Set(then.items))
  assert.deepEqual(await hitsOf('寅卯辰巳和午未申酉'), ['寅卯辰巳'])

  const { body: list } = await operator.get('/v1/lexicon-editions?limit=2')
  assert.deepEqual(
    list.items.map(({ number, restores }: Json) => [number, restores]),
    [
      [back.body.number, base.number],
      [back.body.number - 1, null],
    ],
  )
})

test('an edition that was not kept is answered with 404, to see and to go back to', async () => {
  assert.equal((await operator.get('/v1/lexicon-editions/999')).status, 404)
  const { status, body } = await operator.post('/v1/lexicon-editions/999/roll-back')
  assert.deepEqual([status, body.code], [404, 'LEXICON_EDITION_NOT_FOUND'])
})

test('an edition that names nothing is refused', async () => {
  assert.equal((await operator.post('/v1/lexicon-editions', {})).status, 400)
})

test('two operators who go back at once both succeed, one after the other', async () => {
  const { number } = await publish({ add: [draft('戌亥甲子')] })
  const answers = await Promise.all(
    [1, 2, 3].map(() => operator.post(`/v1/lexicon-editions/${number}/roll-back`)),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  )
  assert.equal(new Set(answers.map(({ body }) => body.number)).size, 3)
})

test('a previewed list shows what ordinary texts it hits and changes nothing', async () => {
  const { body: before } = await operator.get('/v1/terms')
  const list = { source: 'text,level\n火锅,block\n辰巳午未,block', label: 21000, level: 'review' }
  const { status, body } = await operator.post('/v1/terms/import', { ...list, preview: true })
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body.edition, body.imported, body.hints], [null, 0, 1])
  assert.equal(body.ordinary.origin, 'builtIn')
  assert.deepEqual(
    body.rates.map(({ text, level, hits }: Json) => [text, level, hits]),
    [['火锅', 'hint', 1]],
  )
  assert.match(body.rates[0].example, /火锅/)
  assert.equal((await operator.get('/v1/terms')).body.edition, before.edition)
})

test('an imported list is one edition, and importing it again changes nothing', async () => {
  const list = { source: '火锅\n辰巳午未\n火锅', label: 21000, level: 'block', note: '首批' }
  const { body: first } = await operator.post('/v1/terms/import', list)
  assert.deepEqual([first.imported, first.known, first.hints], [2, 0, 1])
  const { body: edition } = await operator.get(`/v1/lexicon-editions/${first.edition}`)
  assert.deepEqual(
    edition.added.map(({ text, level }: Json) => [text, level]),
    [
      ['火锅', 'hint'],
      ['辰巳午未', 'block'],
    ],
  )
  const { body: again } = await operator.post('/v1/terms/import', list)
  assert.deepEqual([again.edition, again.imported, again.known], [null, 0, 2])
})

test('a list with another level changes the terms that it names', async () => {
  const list = { source: '["未申酉戌"]', label: 21000, level: 'block' }
  await operator.post('/v1/terms/import', list)
  const { body } = await operator.post('/v1/terms/import', { ...list, level: 'review' })
  const { body: edition } = await operator.get(`/v1/lexicon-editions/${body.edition}`)
  assert.deepEqual([edition.added, edition.removed], [[], []])
  assert.deepEqual(
    edition.changed.map(({ after, fields }: Json) => [after.text, after.level, fields]),
    [['未申酉戌', 'review', ['createdAt', 'level']]],
  )
})

test('lists are held against the ordinary texts that an operator keeps', async () => {
  const kept = await operator.post('/v1/ordinary-texts', { texts: ['辰午很常见', '别的'] })
  assert.deepEqual(kept.body, { origin: 'operator', count: 2 })
  const list = { source: '辰午\n火锅', label: 21000, level: 'block', preview: true }
  const { body } = await operator.post('/v1/terms/import', list)
  assert.deepEqual(
    body.rates.map(({ text, rate }: Json) => [text, rate]),
    [['辰午', 0.5]],
  )
  const none = await operator.post('/v1/ordinary-texts', { texts: [] })
  assert.equal(none.body.origin, 'builtIn')
})

test('a term begins and ceases to count when its time comes, without any change', async () => {
  const now = instance.clock.now()
  const validity = { validFrom: now + 60_000, validUntil: now + 120_000 }
  await publish({ add: [draft('申酉戌亥', validity)] })
  assert.deepEqual(await hitsOf('申酉戌亥'), [])
  instance.clock.advance(61_000)
  instance.ports.lexicon.invalidate()
  assert.deepEqual(await hitsOf('申酉戌亥'), ['申酉戌亥'])
  instance.clock.advance(60_000)
  instance.ports.lexicon.invalidate()
  assert.deepEqual(await hitsOf('申酉戌亥'), [])
})

test('what a term is excused by, conditioned by and tagged with comes back', async () => {
  const said = { except: ['增加辛壬息'], near: ['群'], notNear: ['客服'], tags: ['联系方式'] }
  const { added } = await publish({ add: [draft('加辛壬', said)] })
  const { id, createdAt, createdBy, ...rest } = added[0]
  assert.deepEqual(rest, draft('加辛壬', said))
  assert(id && createdAt && createdBy)
  assert.deepEqual(await hitsOf('进群加辛壬'), ['加辛壬'])
  assert.deepEqual(await hitsOf('群里增加辛壬息'), [])
})

test('another process answers with the change once it has looked', async () => {
  const shelf = openLexiconShelf(instance.storage, instance.clock)
  const { edition } = await shelf.current()
  await publish({ add: [draft('子午卯酉')] })
  const other = openLexiconShelf(instance.storage, instance.clock)
  assert.notEqual((await other.current()).edition, edition)
  shelf.invalidate()
  assert.equal((await shelf.current()).edition, (await other.current()).edition)
})
