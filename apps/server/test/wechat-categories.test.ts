import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { monthStart } from '@fangxing/release'
import { numbersOf } from '../src/wechat/category-tree.ts'
import { type House, MP4, openHouse, PNG, sendFile, TOOL, TOOL_ITEM } from './dialect-story.ts'
import {
  type Instance,
  type Json,
  makeProgram,
  type Program,
  startInstance,
  upload,
} from './instance.ts'

const NOTES = { first: '社交', second: '笔记' }
const DATING = { first: '社交', second: '婚恋' }
const LIVE = { first: '社交', second: '直播' }

let instance: Instance
let house: House

before(async () => {
  instance = await startInstance()
  house = await openHouse(instance)
})
after(() => instance.close())

const held = (program: Program) => program.call('/cgi-bin/wxopen/getcategory', undefined, 'GET')
const change = (program: Program, name: 'add' | 'modify' | 'delete', body: unknown) =>
  program.call(`/cgi-bin/wxopen/${name}category`, body)

async function certificate(program: Program, more: object = {}) {
  const { mediaid } = await sendFile(instance, program, PNG)
  return { key: '增值电信业务经营许可证', value: mediaid, ...more }
}

async function ask(program: Program, category = NOTES, more: object = {}): Promise<Json> {
  const certicates = [await certificate(program, more)]
  return change(program, 'add', { categories: [{ ...numbersOf(category), certicates }] })
}

async function decide(appid: string, how: 'pass' | 'reject'): Promise<Json> {
  const { body } = await house.operator.get('/v1/category-requests')
  const { id } = body.items.find((request: Json) => request.appid === appid)
  const answer = { reason: '证件看不清' }
  const path = `/v1/category-requests/${id}/${how}`
  return (await house.operator.post(path, how === 'reject' ? answer : {})).body
}

test('the tree holds what the subject may have, with documents and their numbers', async () => {
  const program = await makeProgram(instance)
  const all = await program.call('/cgi-bin/wxopen/getallcategories', undefined, 'GET')
  const tree: Json[] = all.categories_list.categories
  const byId = new Map(tree.map((node) => [node.id, node]))
  assert.equal(byId.size, tree.length)
  const social = tree.find(({ name, level }) => name === '社交' && level === 1)
  assert(byId.get(0)?.children.includes(social.id))

  const notes = byId.get(numbersOf(NOTES).second)
  assert.deepEqual([notes.name, notes.level, notes.father], ['笔记', 2, social.id])
  assert.equal(notes.sensitive_type, 1)
  assert.equal(typeof notes.qualify.exter_list[0].inner_list[0].name, 'string')
  const tool = byId.get(numbersOf(TOOL).second)
  assert.deepEqual([tool.sensitive_type, tool.qualify], [0, { exter_list: [], remark: '' }])
  for (const { children } of tree) for (const child of children) assert(byId.has(child))
})

test('by type, a person is offered less than an enterprise, and no other type is known', async () => {
  const program = await makeProgram(instance)
  const byType = (verify_type: unknown) =>
    program.call('/cgi-bin/wxopen/getcategoriesbytype', { verify_type })
  const names = async (type: unknown) =>
    (await byType(type)).categories_list.categories.map(({ name }: Json) => name)
  assert(!(await names(0)).includes('社交'))
  assert((await names('1')).includes('社交'))
  for (const odd of [5, -1, null, undefined]) assert.equal((await byType(odd)).errcode, 40097)
  assert.equal((await byType('person')).errcode, 47001)
})

test('a category without documents is granted at once and can be submitted with', async () => {
  const program = await makeProgram(instance, [])
  await upload(instance, house.developer, program.appid, 'plain-tool')
  const submit = () => program.call('/wxa/submit_audit', { item_list: [TOOL_ITEM] })
  assert.equal((await submit()).errcode, 85008)
  assert.equal((await program.call('/wxa/submit_audit', {})).errcode, 85008)

  assert.equal((await change(program, 'add', { categories: [numbersOf(TOOL)] })).errcode, 0)
  const { category_list } = await program.call('/wxa/get_category', undefined, 'GET')
  const { first, second } = numbersOf(TOOL)
  assert.deepEqual(category_list, [{ ...TOOL_ITEM, first_id: first, second_id: second }])
  const { categories, limit, quota, category_limit } = await held(program)
  assert.deepEqual([limit, quota, category_limit], [5, 4, 20])
  assert.deepEqual(categories, [
    {
      first,
      first_name: TOOL.first,
      second,
      second_name: TOOL.second,
      audit_status: 3,
      audit_reason: '',
    },
  ])
  assert.equal((await submit()).errcode, 0)
})

test('with documents it waits for an operator, is rejected, corrected and granted', async () => {
  const program = await makeProgram(instance, [TOOL])
  assert.equal((await ask(program)).errcode, 0)
  const state = async () => {
    const { categories } = await held(program)
    const found = categories.find(({ second_name }: Json) => second_name === NOTES.second)
    return [found?.audit_status, found?.audit_reason]
  }
  assert.deepEqual(await state(), [1, ''])
  const modify = async (category = NOTES) =>
    change(program, 'modify', { ...numbersOf(category), certicates: [await certificate(program)] })
  assert.equal((await modify()).errcode, 53307)
  assert.equal((await change(program, 'delete', numbersOf(NOTES))).errcode, 53308)

  assert.equal((await decide(program.appid, 'reject')).status, 'rejected')
  assert.deepEqual(await state(), [2, '证件看不清'])
  assert.equal((await modify(DATING)).errcode, 53306)
  assert.equal((await change(program, 'modify', numbersOf(NOTES))).errcode, 53311)
  assert.equal((await modify()).errcode, 0)
  assert.deepEqual(await state(), [1, ''])
  assert.equal((await decide(program.appid, 'pass')).decidedBy, 'operator 3')
  assert.deepEqual(await state(), [3, ''])
  assert.equal((await modify()).errcode, 53307)

  const { body } = await house.developer.get(`/v1/apps/${program.appid}`)
  assert.deepEqual(body.categories, [TOOL, NOTES])
  assert.equal((await change(program, 'delete', numbersOf(NOTES))).errcode, 0)
  assert.deepEqual(await state(), [undefined, undefined])
  assert.equal((await change(program, 'delete', numbersOf(NOTES))).errcode, 53303)
})

test('a request is decided once, with a reason when it is rejected', async () => {
  const program = await makeProgram(instance, [])
  await ask(program)
  const { body } = await house.operator.get('/v1/category-requests')
  const { id } = body.items.find((request: Json) => request.appid === program.appid)
  const path = `/v1/category-requests/${id}`
  assert.equal((await house.operator.post(`${path}/reject`, { reason: ' ' })).status, 400)
  const both = await Promise.all([1, 2].map(() => house.operator.post(`${path}/pass`)))
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 404])
  const late = await house.operator.post('/v1/category-requests/999999/pass')
  assert.equal(late.body.code, 'CATEGORY_REQUEST_NOT_FOUND')
})

test('the callback of the app is told: 3 with both numbers', async () => {
  const program = await makeProgram(instance, [])
  const wechat = {
    url: 'https://push.example/',
    token: 'AAAAA',
    encodingAesKey: 'a'.repeat(43),
    mode: 'plain',
    format: 'json',
    originalId: 'gh_1',
  } as const
  const callbacks = { webhook: null, wechat, mail: null }
  await instance.storage.callbacks.set(program.appid, callbacks, instance.clock.now())
  await ask(program)
  await decide(program.appid, 'pass')
  const { items } = await instance.storage.deliveries.list(program.appid)
  assert.deepEqual(items.map(({ body }) => body)[0], {
    event: 'wxa_category_audit',
    at: items[0]?.createdAt,
    fields: { ret: 3, ...numbersOf(NOTES), reason: '' },
  })
})

const numbers = numbersOf(NOTES)
const odd: [name: string, body: unknown, errcode: number][] = [
  ['nothing', {}, 53303],
  ['an empty list', { categories: [] }, 53303],
  ['null', { categories: null }, 53303],
  ['a list of null', { categories: [null] }, 53303],
  ['a number', { categories: 7 }, 47001],
  ['a category without second', { categories: [{ first: numbers.first }] }, 53303],
  ['numbers of no category', { categories: [{ first: 1, second: 2 }] }, 53303],
  [
    'the first of one, the second of another',
    { categories: [{ ...numbersOf(TOOL), first: numbers.first }] },
    53303,
  ],
  ['no documents where they are needed', { categories: [numbers] }, 53311],
  [
    'an unknown media id',
    { categories: [{ ...numbers, certicates: [{ key: 'a', value: 'x' }] }] },
    53303,
  ],
  [
    'a document without a name',
    { categories: [{ ...numbers, certicates: [{ value: 'x' }] }] },
    53303,
  ],
  ['a document that is null', { categories: [{ ...numbers, certicates: [null] }] }, 53303],
  [
    'a name of 201',
    { categories: [{ ...numbers, certicates: [{ key: '证'.repeat(201), value: 'x' }] }] },
    53303,
  ],
  [
    '21 documents',
    { categories: [{ ...numbers, certicates: Array(21).fill({ key: 'a', value: 'x' }) }] },
    53303,
  ],
]

test('each odd addition has its number, and none of them is kept', async () => {
  const program = await makeProgram(instance, [])
  for (const [name, body, errcode] of odd) {
    const answer = await change(program, 'add', body)
    assert.equal(answer.errcode, errcode, `${name}: ${JSON.stringify(answer)}`)
  }
  const video = (await sendFile(instance, program, MP4)).mediaid
  const certicates = [{ key: '许可证', value: video }]
  assert.equal(
    (await change(program, 'add', { categories: [{ ...numbers, certicates }] })).errcode,
    53303,
  )
  assert.deepEqual((await held(program)).categories, [])
  assert.equal((await held(program)).quota, 5)
})

test('one that is held or asked for is 53304, also twice in one call', async () => {
  const program = await makeProgram(instance, [TOOL])
  assert.equal((await change(program, 'add', { categories: [numbersOf(TOOL)] })).errcode, 53304)
  await ask(program)
  assert.equal((await ask(program)).errcode, 53304)
  const weather = numbersOf({ first: '工具', second: '天气' })
  assert.equal((await change(program, 'add', { categories: [weather, weather] })).errcode, 53304)
})

test('a person may not hold what is closed to persons', async () => {
  const program = await makeProgram(instance, [])
  const subject = { kind: 'individual', overseas: false, region: 'CN-GD' } as const
  await instance.storage.apps.change(program.appid, { subject })
  assert.equal((await ask(program)).errcode, 53302)
})

test('the sixth of a month is 53300, whoever asks at once; the next month begins anew', async () => {
  const program = await makeProgram(instance, [])
  const tools = ['天气', '日历', '记账', '投票', '备忘录', '办公', '计算器']
  const add = (second: string) =>
    change(program, 'add', { categories: [numbersOf({ first: '工具', second })] })
  const answers = await Promise.all(tools.map(add))
  const errcodes = answers.map(({ errcode }) => errcode).sort()
  assert.deepEqual(errcodes, [0, 0, 0, 0, 0, 53300, 53300])
  // Giving one back does not give the addition back.
  const [one] = (await held(program)).categories
  await change(program, 'delete', { first: one.first, second: one.second })
  assert.equal((await held(program)).quota, 0)
  assert.equal((await add(one.second_name)).errcode, 53300)

  const now = instance.clock.now()
  instance.clock.advance(monthStart(now, 1) - now)
  assert.equal((await add(one.second_name)).errcode, 0)
})

test('the twenty-first category is 53301', async () => {
  const { rows } = (await import('@fangxing/policy')).categories
  const twenty = rows.filter(({ first }) => first === '商家自营').slice(0, 20)
  const program = await makeProgram(
    instance,
    twenty.map(({ first, second }) => ({ first, second })),
  )
  assert.equal((await change(program, 'add', { categories: [numbersOf(TOOL)] })).errcode, 53301)
})

test('a category whose document has ended, or that left the table, is 85077', async () => {
  const program = await makeProgram(instance, [])
  const day = 86_400_000
  const expire_time = Math.floor((instance.clock.now() + day) / 1000)
  await ask(program, DATING, { expire_time })
  await decide(program.appid, 'pass')
  await ask(program, LIVE, { expire_time, is_permanent: true })
  await decide(program.appid, 'pass')
  await upload(instance, house.developer, program.appid, 'plain-tool')
  const submit = (category: typeof DATING) =>
    program.call('/wxa/submit_audit', {
      item_list: [{ first_class: category.first, second_class: category.second }],
    })
  instance.clock.advance(2 * day)
  assert.equal((await submit(DATING)).errcode, 85077)
  assert.equal((await submit(LIVE)).errcode, 0)

  const retired = await makeProgram(instance, [{ first: '社交', second: '红包' }])
  await upload(instance, house.developer, retired.appid, 'plain-tool')
  const item_list = [{ first_class: '社交', second_class: '红包' }]
  assert.equal((await retired.call('/wxa/submit_audit', { item_list })).errcode, 85077)
  const { categories } = await held(retired)
  const { first, second } = categories[0]
  assert.equal((await change(retired, 'delete', { first, second })).errcode, 0)
})

test('additions, corrections and removals take POST only', async () => {
  const program = await makeProgram(instance)
  for (const name of ['addcategory', 'modifycategory', 'deletecategory', 'getcategoriesbytype']) {
    const path = `/cgi-bin/wxopen/${name}`
    assert.equal((await program.call(path, undefined, 'GET')).errcode, 43002)
    assert.equal((await program.call(path, undefined)).errcode, 44002)
  }
})
