import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  COMPANY,
  FOOD,
  FORUM,
  MONDAY,
  NOTES,
  OVERSEAS_CLUB,
  PERSON,
  PROFILE,
  VIDEO,
} from '../examples.ts'
import { describeDeadline } from '../local-time.ts'
import { filingPlan } from './plan.ts'

const OLD_VIDEO = { first: '文娱', second: '视频' }
const demands = [{ anyOf: [NOTES, FORUM] }, { anyOf: [VIDEO] }]

test('everything that is missing is added now, so that it files once', () => {
  const plan = filingPlan(demands, [FOOD], [], COMPANY, PROFILE, MONDAY)
  assert.deepEqual(plan.addNow, [
    { anyOf: [NOTES, FORUM], add: NOTES, files: true },
    { anyOf: [VIDEO], add: VIDEO, files: true },
  ])
  assert.deepEqual(plan.categories, [FOOD, NOTES, VIDEO])
  assert.deepEqual(plan.files, [NOTES, VIDEO])
})

test('one category of a demand answers it', () => {
  const plan = filingPlan(demands, [FORUM, VIDEO], [], COMPANY, PROFILE, MONDAY)
  assert.deepEqual(plan.addNow, [])
})

test('a category added for one demand answers the next one too', () => {
  const twice = [{ anyOf: [NOTES] }, { anyOf: [FORUM, NOTES] }]
  const plan = filingPlan(twice, [], [], COMPANY, PROFILE, MONDAY)
  assert.deepEqual(plan.categories, [NOTES])
})

test('a former name answers a demand for the name of today', () => {
  const plan = filingPlan([{ anyOf: [VIDEO] }], [OLD_VIDEO], [], COMPANY, PROFILE, MONDAY)
  assert.deepEqual(plan.addNow, [])
})

test('licences are named for every category that asks for one', () => {
  const plan = filingPlan([], [NOTES, VIDEO, FOOD], [], COMPANY, PROFILE, MONDAY)
  assert.deepEqual(plan.licences, [
    { category: NOTES, anyOf: ['非经营性互联网信息服务备案核准'] },
    { category: VIDEO, anyOf: ['信息网络传播视听节目许可证'] },
  ])
})

test('a version that files is promised for the end of the seventh day', () => {
  const { launchPromisedAt } = filingPlan([], [NOTES], [], COMPANY, PROFILE, MONDAY)
  assert.equal(describeDeadline(launchPromisedAt ?? 0), '2026-03-09 24:00')
})

test('a version that does not file can be launched at once', () => {
  assert.equal(filingPlan([], [FOOD], [], COMPANY, PROFILE, MONDAY).launchPromisedAt, MONDAY)
  assert.equal(filingPlan([], [NOTES], [NOTES], COMPANY, PROFILE, MONDAY).launchPromisedAt, MONDAY)
})

test('a person may hold none of the demanded categories, so no launch is promised', () => {
  const plan = filingPlan(demands, [FOOD], [], PERSON, PROFILE, MONDAY)
  assert.deepEqual(
    plan.addNow.map(({ add, files }) => [add, files]),
    [
      [null, false],
      [null, false],
    ],
  )
  assert.equal(plan.launchPromisedAt, null)
})

test('an overseas club is promised no date for what it must file', () => {
  assert.equal(filingPlan([], [NOTES], [], OVERSEAS_CLUB, PROFILE, MONDAY).launchPromisedAt, null)
})

test('a demand without categories asks for nothing', () => {
  assert.deepEqual(filingPlan([{ anyOf: [] }], [FOOD], [], COMPANY, PROFILE, MONDAY).addNow, [])
})
