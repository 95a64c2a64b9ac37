import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Outcome, type Severity, undetermined } from '@fangxing/contract'
import { type FindingGroup, groupFindings, groupOf } from './findings.ts'

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
