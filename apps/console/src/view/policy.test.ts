import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckPolicy, CheckRule } from '../api/operate-types.ts'
import { diffPolicies, partRules, toShift, toWords, weightIn, withWeight } from './policy.ts'

const RULE: CheckRule = {
  id: 'text/doubtful-word',
  clauseId: 'wechat-operation/5.1',
  title: { zh: '可疑词', en: 'Doubtful word' },
  shipped: { 0: 'advise', 1: 'review', 2: 'review', 3: 'review', 4: 'review' },
}
const OTHER: CheckRule = { ...RULE, id: 'text/listed-word' }
const LIVE: CheckPolicy = { all: {}, apps: {} }

test('without a word about it a rule counts as shipped', () => {
  assert.deepEqual(weightIn(LIVE, null, '2', RULE), { weight: 'review', saidBy: 'shipped' })
  assert.deepEqual(weightIn(LIVE, null, '0', RULE), { weight: 'advise', saidBy: 'shipped' })
})

test('what is set for all counts for an app that says nothing of the scene', () => {
  const policy = withWeight(LIVE, null, '2', RULE, 'off')
  assert.deepEqual(weightIn(policy, 'wx1', '2', RULE), { weight: 'off', saidBy: 'all' })
  assert.deepEqual(weightIn(policy, 'wx1', '3', RULE), { weight: 'review', saidBy: 'shipped' })
})

test('an app that changes one rule of a scene keeps what all have of the others', () => {
  const all = withWeight(LIVE, null, '2', OTHER, 'off')
  const policy = withWeight(all, 'wx1', '2', RULE, 'block')
  assert.deepEqual(weightIn(policy, 'wx1', '2', RULE), { weight: 'block', saidBy: 'app' })
  assert.deepEqual(weightIn(policy, 'wx1', '2', OTHER), { weight: 'off', saidBy: 'app' })
  assert.equal(weightIn(policy, null, '2', RULE).weight, 'review')
})

test('setting the shipped weight again leaves nothing behind', () => {
  const changed = withWeight(LIVE, null, '2', RULE, 'off')
  assert.deepEqual(withWeight(changed, null, '2', RULE, 'review'), LIVE)
})

test('what an editor does not know is carried along', () => {
  const policy: CheckPolicy = { all: { openid: 'any' }, apps: {} }
  const changed = withWeight(policy, null, '2', RULE, 'off')
  assert.equal(changed.all.openid, 'any')
})

test('a difference names scope, scene and rule; the same policy has none', () => {
  const changed = withWeight(LIVE, 'wx1', '2', RULE, 'block')
  assert.deepEqual(diffPolicies(LIVE, changed, [RULE, OTHER]), [
    { scope: 'wx1', scene: '2', ruleId: RULE.id, before: 'review', after: 'block' },
  ])
  assert.deepEqual(diffPolicies(changed, changed, [RULE]), [])
})

test('words are lines, once each, without what is empty', () => {
  assert.deepEqual(toWords(' 甲 \n\n乙\n甲\n'), ['甲', '乙'])
})

test('a shift counts what became stricter and what became milder', () => {
  const counts = [
    { live: 'pass', tried: 'risky', count: 2 },
    { live: 'review', tried: 'pass', count: 3 },
    { live: 'review', tried: 'review', count: 5 },
  ] as const
  assert.deepEqual(toShift(counts), { stricter: 2, milder: 3, same: 5 })
})

test('rules of texts stand apart from those of pictures and clips, each in its order', () => {
  const rules = ['clip/a', 'picture/b', 'text/d', 'text/c'].map((id) => ({ ...RULE, id }))
  const { texts, media } = partRules(rules)
  assert.deepEqual(
    texts.map(({ id }) => id),
    ['text/d', 'text/c'],
  )
  assert.deepEqual(
    media.map(({ id }) => id),
    ['picture/b', 'clip/a'],
  )
})
