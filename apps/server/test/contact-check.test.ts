import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Instance, type Json, type Person, startInstance } from './instance.ts'
import {
  approved,
  drafted,
  gather,
  kindsOf,
  makeApp,
  type People,
  refused,
  TOOL,
  taken,
} from './people.ts'

let instance: Instance
let people: People

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
})
after(() => instance.close())

const filing = async (): Promise<string> => (await approved(people, await makeApp(people))).id

const takeCode = async (by: Person, id: string): Promise<string> =>
  (await taken(by.post(`/v1/releases/${id}/contact-codes`), 201)).code

const check = (by: Person, id: string, heard: string): Promise<Json> =>
  taken(by.post(`/v1/releases/${id}/contact-codes/check`, { heard }))

const lastEvent = async (id: string): Promise<Json> =>
  (await taken(people.developer.get(`/v1/releases/${id}/events`))).items.at(-1)

const wrongOf = (code: string): string => (code === '000000' ? '000001' : '000000')

test('the authority reads out a code, the developer types it in and learns who is calling', async () => {
  const { authority, developer } = people
  const id = await filing()
  const code = await takeCode(authority, id)
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`
  const answer = await check(developer, id, spoken)
  assert.deepEqual([answer.ok, answer.because], [true, 'matches'])
  assert.equal(answer.caller.kind, 'authority')
  const { kind, details, actor } = await lastEvent(id)
  assert.deepEqual([kind, details], ['contactLogged', { codeVerified: true }])
  assert.equal(actor.id, developer.id)
})

test('it works the other way round', async () => {
  const id = await filing()
  const code = await takeCode(people.developer, id)
  const answer = await check(people.authority, id, code)
  assert.deepEqual([answer.ok, answer.caller.kind], [true, 'developer'])
})

test('a stranger who took no code matches nothing', async () => {
  const id = await filing()
  const answer = await check(people.developer, id, '123456')
  assert.deepEqual([answer.ok, answer.because, answer.caller], [false, 'noCode', null])
})

test('a code is used once', async () => {
  const id = await filing()
  const code = await takeCode(people.authority, id)
  const answers = await Promise.all([
    check(people.developer, id, code),
    check(people.developer, id, code),
  ])
  assert.deepEqual(answers.map(({ because }) => because).sort(), ['matches', 'used'])
})

test('a code is over after five minutes', async () => {
  const id = await filing()
  const code = await takeCode(people.authority, id)
  instance.clock.advance(5 * 60_000)
  assert.equal((await check(people.developer, id, code)).because, 'expired')
})

test('three wrong codes are logged as unverified, and then even the right one does not match', async () => {
  const id = await filing()
  const code = await takeCode(people.authority, id)
  for (const left of [2, 1, 0]) {
    const answer = await check(people.developer, id, wrongOf(code))
    assert.deepEqual([answer.because, answer.guessesLeft], ['wrong', left])
  }
  assert.equal((await check(people.developer, id, code)).because, 'tooManyGuesses')
  const kinds = await kindsOf(people, id)
  assert.equal(kinds.filter((kind) => kind === 'contactLogged').length, 3)
  assert.deepEqual((await lastEvent(id)).details, { codeVerified: false })
})

test('guesses sent at once are counted one by one', async () => {
  const id = await filing()
  const code = await takeCode(people.authority, id)
  const guesses = Array.from({ length: 3 }, () => check(people.developer, id, wrongOf(code)))
  const answers = await Promise.all(guesses)
  assert.deepEqual(answers.map(({ guessesLeft }) => guessesLeft).sort(), [0, 1, 2])
})

test('a newer code of the same side ends the one before', async () => {
  const id = await filing()
  const first = await takeCode(people.authority, id)
  let second = await takeCode(people.authority, id)
  if (second === first) second = await takeCode(people.authority, id)
  assert.equal((await check(people.developer, id, first)).because, 'wrong')
  assert.equal((await check(people.developer, id, second)).because, 'matches')
})

test('the sixth code of an hour is refused with the time of the next', async () => {
  const id = await filing()
  for (let count = 0; count < 5; count += 1) await takeCode(people.authority, id)
  const sixth = people.developer.post(`/v1/releases/${id}/contact-codes`)
  const { againAt } = await refused(sixth, 429, 'RATE_LIMITED')
  assert.ok(againAt > instance.clock.now())
  instance.clock.advance(againAt - instance.clock.now())
  await takeCode(people.developer, id)
})

test('who is not of the case gets no code and checks none', async () => {
  const id = await filing()
  const { elsewhere, reviewer } = people
  const path = `/v1/releases/${id}/contact-codes`
  await refused(elsewhere.post(path), 404, 'RELEASE_NOT_FOUND')
  await refused(elsewhere.post(`${path}/check`, { heard: '1' }), 404, 'RELEASE_NOT_FOUND')
  await refused(reviewer.post(path), 403, 'NOT_ALLOWED')
})

test('where nothing is filed nobody calls', async () => {
  const draft = await drafted(people, await makeApp(people, [TOOL]))
  const code = people.developer.post(`/v1/releases/${draft}/contact-codes`)
  await refused(code, 409, 'EVENT_NOT_ALLOWED')
})

test('what cannot be a code is refused before it counts as a guess', async () => {
  const id = await filing()
  await takeCode(people.authority, id)
  for (const heard of [null, 123456, '', 'x'.repeat(41), ['1']]) {
    const asked = people.developer.post(`/v1/releases/${id}/contact-codes/check`, { heard })
    await refused(asked, 400, 'REQUEST_MALFORMED')
  }
  assert.ok(!(await kindsOf(people, id)).includes('contactLogged'))
})
