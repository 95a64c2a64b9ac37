import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement, Observations } from '@fangxing/contract'
import { pass } from '@fangxing/contract'
import { defineRule, programRules, type Rule, rules, textRules } from '@fangxing/policy'
import fc from 'fast-check'
import { judge } from './judge.ts'

const words = { zh: '字。', en: 'Word.' }
const base = { clause: 'a/1', severity: 'block', title: words, why: words, fix: words } as const

const passing = defineRule({
  ...base,
  id: 'x/passing',
  needs: ['texts'],
  examples: [],
  evaluate: () => pass,
})
const throwing = defineRule({
  ...base,
  id: 'x/throwing',
  needs: ['texts'],
  examples: [],
  evaluate: () => {
    throw new TypeError('broken')
  },
})

function outcomes(judgements: readonly Judgement[]): Record<string, unknown> {
  return Object.fromEntries(judgements.map(({ ruleId, outcome }) => [ruleId, outcome]))
}

test('a rule that throws answers undetermined and stops no other rule', () => {
  assert.deepEqual(
    judge([throwing, passing], { texts: [] }).map(({ outcome }) => outcome.kind),
    ['undetermined', 'pass'],
  )
})

test('the reason names what was thrown, in both languages', () => {
  const [judgement] = judge([throwing], { texts: [] })
  assert.deepEqual(judgement?.outcome, {
    kind: 'undetermined',
    because: {
      zh: '规则运行出错：TypeError: broken。',
      en: 'The rule failed: TypeError: broken.',
    },
  })
})

test('a rule whose need was not observed answers undetermined, and is not asked', () => {
  const [judgement] = judge([throwing], {})
  assert.deepEqual(judgement?.outcome, {
    kind: 'undetermined',
    because: { zh: '没有观察到：texts。', en: 'Not observed: texts.' },
  })
})

test('when every rule passes the answer is one list, and any other outcome makes its own', () => {
  const list = [passing, { ...passing, id: 'x/second' }]
  const first = judge(list, { texts: [] })
  assert.equal(judge(list, { texts: [] }), first)
  assert.deepEqual(
    first.map(({ ruleId, outcome }) => [ruleId, outcome]),
    [
      ['x/passing', pass],
      ['x/second', pass],
    ],
  )
  assert.notDeepEqual(judge(list, {}), first)
  assert.notEqual(judge([...list], { texts: [] }), first)
})

test('a judgement carries the rule, the clause and the severity as published', () => {
  assert.deepEqual(judge([passing], { texts: [] }), [
    { ruleId: 'x/passing', clauseId: 'a/1', severity: 'block', outcome: pass },
  ])
})

test('with nothing observed no rule passes', () => {
  for (const { ruleId, outcome } of judge(rules, {})) {
    assert.equal(outcome.kind, 'undetermined', ruleId)
  }
})

const kinds = [...new Set(rules.flatMap(({ needs }) => needs))]

test('taking away one kind makes exactly the rules that need it undetermined', () => {
  for (const { seen, rule } of exampleObservations()) {
    for (const kind of kinds) {
      const without: Partial<Observations> = { ...seen, [kind]: undefined }
      for (const { ruleId, outcome } of judge([rule], without)) {
        if (rule.needs.includes(kind)) assert.equal(outcome.kind, 'undetermined', ruleId)
      }
    }
  }
})

test('permuting the rules never changes an outcome', () => {
  for (const list of [programRules, textRules]) {
    const seen = Object.assign(
      {},
      ...list.flatMap(({ examples }) => examples.map(({ seen }) => seen)),
    )
    const expected = outcomes(judge(list, seen))
    fc.assert(
      fc.property(fc.shuffledSubarray([...list], { minLength: list.length }), (shuffled) => {
        assert.deepEqual(outcomes(judge(shuffled, seen)), expected)
      }),
      { numRuns: 25 },
    )
  }
})

function exampleObservations(): readonly { rule: Rule; seen: Partial<Observations> }[] {
  return rules.flatMap((rule) => rule.examples.map(({ seen }) => ({ rule, seen })))
}
