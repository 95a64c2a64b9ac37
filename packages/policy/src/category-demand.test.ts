import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement } from '@fangxing/contract'
import { categories, describeCategory } from '../books/wechat-categories.ts'
import { rules } from '../rules/index.ts'
import { demandsOf } from './category-demand.ts'

const place = { kind: 'file', file: 'pages/forum/index.wxml', line: 3, column: 1 } as const
const finding = { place, message: { zh: '缺类目。', en: 'No category.' } }

function judgementOf(ruleId: string, outcome: Judgement['outcome']): Judgement {
  const rule = rules.find(({ id }) => id === ruleId)
  assert(rule)
  return { ruleId, clauseId: rule.clause, severity: rule.severity, outcome }
}

test('a violation that a category answers demands any one of them, and says where', () => {
  const violation = { kind: 'violation', findings: [finding] } as const
  const [demand, ...more] = demandsOf([
    judgementOf('category/social-without-category', violation),
    judgementOf('ugc/unguarded-publishing', violation),
    judgementOf('category/video-without-category', { kind: 'pass' }),
  ])
  assert.deepEqual(more, [])
  assert.deepEqual(demand?.anyOf[1], { first: '社交', second: '笔记' })
  assert.deepEqual(demand?.places, [place])
  assert.equal(demand?.isCertain, true)
})

test('a finding that goes to a person demands a category without certainty', () => {
  const violation = { kind: 'violation', findings: [finding] } as const
  const [demand] = demandsOf([judgementOf('category/chat-without-category', violation)])
  assert.equal(demand?.isCertain, false)
})

test('what could not be told demands nothing', () => {
  const because = { zh: '看不出。', en: 'It cannot be told.' }
  const unknown = judgementOf('category/news-without-category', { kind: 'undetermined', because })
  assert.deepEqual(demandsOf([unknown]), [])
})

test('every category that answers a rule is in the table of today', () => {
  const known = new Set(categories.rows.map(describeCategory))
  const answering = rules.filter(({ answeredBy }) => answeredBy !== undefined)
  assert.ok(answering.length >= 6)
  for (const { id, answeredBy = [] } of answering) {
    for (const name of answeredBy) assert.ok(known.has(name), `${id}: ${name}`)
  }
})
