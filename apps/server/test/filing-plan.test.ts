import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS, DEFAULT_CLOCK, filingDue } from '@fangxing/release'
import { type Answer, type Instance, ORIGIN, packageForm, send, startInstance } from './instance.ts'
import {
  drafted,
  FORUM,
  gather,
  launched,
  makeApp,
  NOTES,
  type People,
  refused,
  SUBJECT,
  submitted,
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

async function planOf(
  appid: string,
  fixture: string,
  categories?: readonly object[] | string,
): Promise<Answer> {
  const text = typeof categories === 'string' ? categories : JSON.stringify(categories)
  const form = await packageForm(fixture, text === undefined ? {} : { categories: text })
  return send(instance.app, {
    method: 'POST',
    url: `/v1/apps/${appid}/filing-plan`,
    headers: {
      host: 'localhost:80',
      origin: ORIGIN,
      cookie: people.developer.cookie,
      'content-type': form.contentType,
    },
    payload: form.payload,
  })
}

test('a forum declared as a tool is told to add its category now, and why', async () => {
  const appid = await makeApp(people, [TOOL])
  const plan = await taken(planOf(appid, 'open-forum', [TOOL]))
  const [added] = plan.addNow
  assert.equal(added.ruleId, 'category/social-without-category')
  assert.deepEqual(added.add, FORUM)
  assert.equal(added.files, true)
  assert.match(added.places[0].file, /^post\//)
  assert.deepEqual(plan.files, [FORUM])
  assert.deepEqual(plan.categories, [TOOL, FORUM])
  assert.ok(plan.licences.some(({ category }: { category: object }) => same(category, FORUM)))
  assert.equal(plan.ugcDeclarationNeeded, true)
  const noticeToday = filingDue(instance.clock.now(), DEFAULT_CLOCK) ?? 0
  assert.ok(Math.abs(plan.launchPromisedAt - noticeToday) <= DAY_MS)
})

test('content whose category is declared is shown as answered, and nothing is to be added', async () => {
  const appid = await makeApp(people, [FORUM])
  const plan = await taken(planOf(appid, 'open-forum'))
  assert.deepEqual(plan.addNow, [])
  assert.equal(plan.answered[0].ruleId, 'category/social-without-category')
  assert.deepEqual(plan.files, [FORUM])
})

test('a category that completed filing is not filed again, and the launch needs no waiting', async () => {
  const appid = await makeApp(people, [NOTES])
  await launched(people, appid)
  const draft = await drafted(people, appid, '2.0.0')
  const plan = await taken(people.developer.get(`/v1/releases/${draft}/plan`))
  assert.deepEqual([plan.files, plan.filedBefore], [[], [NOTES]])
  assert.ok(plan.launchPromisedAt <= instance.clock.now())
  assert.equal(plan.ugcDeclarationNeeded, false)
})

test('two filing categories declared together are one filing', async () => {
  const appid = await makeApp(people, [NOTES, FORUM])
  const plan = await taken(planOf(appid, 'open-forum'))
  assert.deepEqual(plan.files, [NOTES, FORUM])
})

test('an overseas club is promised no date, and an individual may hold no social category', async () => {
  const club = { kind: 'other', overseas: true, region: 'CN-BJ' }
  const abroad = await taken(planOf(await makeApp(people, [NOTES], club), 'plain-tool', [NOTES]))
  assert.deepEqual([abroad.promised, abroad.launchPromisedAt], [false, null])

  const person = { ...SUBJECT, kind: 'individual' }
  const alone = await taken(planOf(await makeApp(people, [TOOL], person), 'open-forum', [TOOL]))
  assert.deepEqual([alone.addNow[0].add, alone.launchPromisedAt], [null, null])
})

test('a plan can be made for a version that was uploaded, with other categories', async () => {
  const appid = await makeApp(people, [TOOL])
  const draft = await drafted(people, appid, '1.0.0', 'open-forum')
  const path = `/v1/apps/${appid}/filing-plan`
  const body = { releaseId: draft, categories: [FORUM] }
  assert.deepEqual((await taken(people.developer.post(path, body))).files, [FORUM])
  assert.equal((await taken(people.developer.get(`/v1/releases/${draft}`))).state, 'draft')
})

test('a plan refuses a version of another app, and categories that are no list', async () => {
  const appid = await makeApp(people, [TOOL])
  const other = await drafted(people, await makeApp(people, [TOOL]))
  const path = `/v1/apps/${appid}/filing-plan`
  await refused(people.developer.post(path, { releaseId: other }), 404, 'RELEASE_NOT_FOUND')
  await refused(people.developer.post(path, { categories: [TOOL] }), 400, 'REQUEST_MALFORMED')
  for (const categories of ['[', '{}', '[{"first":1}]', 'null']) {
    await refused(planOf(appid, 'plain-tool', categories), 400, 'REQUEST_MALFORMED')
  }
})

test('a category that no table knows is told apart, not refused', async () => {
  const unheard = { first: '社交', second: '树洞' }
  const plan = await taken(planOf(await makeApp(people, [TOOL]), 'plain-tool', [unheard]))
  assert.deepEqual(plan.unknown, [unheard])
})

test('a version with content and no category is rejected, and says which category to add', async () => {
  const { rejection, state } = await submitted(
    people,
    await makeApp(people, [TOOL]),
    '1.0.0',
    'open-forum',
  )
  assert.equal(state, 'rejected')
  assert.deepEqual(rejection.missingCategories, [FORUM])
})

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Each small program, declared as its maker might: what files, what to add now, what a person asks. */
const FIXTURES: [fixture: string, declared: typeof TOOL, plan: string][] = [
  ['plain-tool', TOOL, 'files nothing · add nothing · a person asks nothing'],
  ['garden-notes', NOTES, 'files 社交-笔记 · add nothing · a person asks nothing'],
  ['open-forum', TOOL, 'files 社交-社区/论坛 · add 社交-社区/论坛 · a person asks nothing'],
  [
    'radio-hour',
    TOOL,
    'files 文娱-电台 · add 文娱-电台 · a person asks category/news-without-category',
  ],
  [
    'garden-notes',
    TOOL,
    'files nothing · add nothing · a person asks category/social-without-category',
  ],
  [
    'own-backend-shop',
    TOOL,
    'files nothing · add nothing · a person asks category/social-without-category',
  ],
]

for (const [fixture, declared, expected] of FIXTURES) {
  test(`the plan of ${fixture} as ${nameOf(declared)}: ${expected}`, async () => {
    const plan = await taken(planOf(await makeApp(people, [declared]), fixture, [declared]))
    const add = plan.addNow.map(({ add }: { add: object }) => nameOf(add))
    const asks = plan.unsure.map(({ ruleId }: { ruleId: string }) => ruleId)
    const [files, now, later] = [plan.files.map(nameOf), add, asks].map(listed)
    assert.equal(`files ${files} · add ${now} · a person asks ${later}`, expected)
  })
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join()
}

function nameOf(category: object): string {
  return Object.values(category).join('-')
}
