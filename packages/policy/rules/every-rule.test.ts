import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Finding, Outcome } from '@fangxing/contract'
import { findClause } from '../books/index.ts'
import { clipRules, materialRules, pictureRules, programRules, rules, textRules } from './index.ts'

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

test('the index lists the rule files, no more and no less, in order', () => {
  assert.deepEqual(
    rules.map(({ id }) => id),
    files,
  )
})

test('every rule is for one kind of content and for no other', () => {
  const kinds = [programRules, textRules, pictureRules, clipRules, materialRules]
  assert.deepEqual(new Set(kinds.flat()), new Set(rules))
  assert.equal(kinds.flat().length, rules.length)
})

test('no two rules share a title', () => {
  assert.equal(new Set(rules.map(({ title }) => title.zh)).size, rules.length)
  assert.equal(new Set(rules.map(({ title }) => title.en)).size, rules.length)
})

for (const rule of rules) {
  test(`${rule.id} has a case against and an innocent neighbour among its examples`, () => {
    const expected = new Set(rule.examples.map(({ expect }) => expect))
    const isAgainst = expected.has('violation') || expected.has('undetermined')
    assert.ok(isAgainst && expected.has('pass'), [...expected].join())
  })

  test(`${rule.id} cites a clause that exists and is decided by rule`, () => {
    assert.equal(findClause(rule.clause)?.decidedBy, 'rule')
  })

  test(`${rule.id} says why and what to do in whole sentences, and its title as a phrase`, () => {
    for (const { zh, en } of [rule.why, rule.fix]) {
      assert.match(zh, /。$/)
      assert.match(en, /\.$/)
    }
    assert.doesNotMatch(rule.title.zh, /。$/)
    assert.doesNotMatch(rule.title.en, /\.$/)
  })

  for (const { name, seen, expect } of rule.examples) {
    test(`${rule.id}: ${name.en} → ${expect}, twice the same, nothing changed`, () => {
      const frozen = freeze(structuredClone(seen)) as Parameters<typeof rule.evaluate>[0]
      const first = rule.evaluate(frozen)
      assert.equal(first.kind, expect)
      assert.deepEqual(rule.evaluate(frozen), first)
      for (const finding of findingsOf(first)) {
        assert.match(finding.message.zh, /。$/)
        assert.match(finding.message.en, /\.$/)
        assert.notEqual(finding.measured ?? '', '')
      }
      if (first.kind === 'undetermined') assert.match(first.because.zh, /[。？]$/)
    })
  }
}

function findingsOf(outcome: Outcome): readonly Finding[] {
  if (outcome.kind === 'violation') return outcome.findings
  return outcome.kind === 'undetermined' ? (outcome.evidence ?? []) : []
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part)
    Object.freeze(value)
  }
  return value
}
