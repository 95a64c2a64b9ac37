import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Outcome, type Severity, undetermined } from '@fangxing/contract'
import { type FindingGroup, groupFindings, groupOf, reasonsOf } from './findings.ts'

const violation: Outcome = {
  kind: 'violation',
  findings: [{ place: { kind: 'submission', field: 'categories' }, message: { zh: '', en: '' } }],
}
const unknown = undetermined({ zh: '', en: '' })

const cases: [name: string, severity: Severity, outcome: Outcome, group: FindingGroup][] = [
  ['a violation that blocks is a block', 'block', violation, 'blocks'],
  ['a violation for review goes to a person', 'review', violation, 'person'],
  ['a violation that advises is only told', 'advise', violation, 'told'],
  ['what is unknown goes to a person', 'block', unknown, 'person'],
  ['an unknown remark goes to a person too', 'advise', unknown, 'person'],
  ['a pass is a pass whatever its severity', 'block', { kind: 'pass' }, 'passes'],
  ['what does not apply is set apart', 'block', { kind: 'inapplicable' }, 'inapplicable'],
]

for (const [name, severity, outcome, group] of cases) {
  test(name, () => assert.equal(groupOf({ severity, outcome }), group))
}

test('every judgement is in exactly one group, in its order', () => {
  const judgements = cases.map(([name, severity, outcome]) => ({ name, severity, outcome }))
  const groups = groupFindings(judgements)
  assert.equal(Object.values(groups).flat().length, judgements.length)
  assert.deepEqual(
    groups.person.map(({ name }) => name),
    [
      'a violation for review goes to a person',
      'what is unknown goes to a person',
      'an unknown remark goes to a person too',
    ],
  )
})

test('the reasons are what was found, three at most, or why it could not be told', () => {
  const because = { zh: '没有解码', en: 'not decoded' }
  assert.deepEqual(reasonsOf({ kind: 'undetermined', because }), [because])
  assert.deepEqual(reasonsOf({ kind: 'pass' }), [])
  const findings = ['1', '2', '3', '4'].map((nth) => ({
    place: { kind: 'submission' as const, field: nth },
    message: { zh: nth, en: nth },
  }))
  const [first, ...rest] = findings
  assert(first)
  const reasons = reasonsOf({ kind: 'violation', findings: [first, ...rest] })
  assert.deepEqual(
    reasons.map(({ zh }) => zh),
    ['1', '2', '3'],
  )
})
