import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClauseChange } from '@fangxing/assessment'
import { pass, undetermined } from '@fangxing/contract'
import type { AuditCause, Material, MaterialAudit, MaterialState } from '@fangxing/storage'
import { type AuditedMaterial, tellAudited, tellDecided } from './material-told.ts'

const CHANGE: ClauseChange = {
  clauseId: 'b/1',
  before: pass,
  after: undetermined({ zh: '？', en: '?' }),
  direction: 'worse',
}

function audited(
  cause: AuditCause,
  was: MaterialState,
  state: MaterialState,
  changes?: readonly ClauseChange[],
): AuditedMaterial {
  const report = { rows: [], kept: [], edition: 'e' } as unknown as AuditedMaterial['report']
  return {
    material: { id: 'm', clientId: 'c', name: 'n', state: was } as unknown as Material,
    audit: { id: 'a', nth: 2, cause } as MaterialAudit,
    ...{ report, verdict: 'pass', state, changes, at: 5 },
  }
}

const told: [name: string, of: AuditedMaterial, kinds: string][] = [
  ['a first audit that passes', audited('submitted', 'waiting', 'passed'), 'audited decided'],
  ['one that needs a person', audited('submitted', 'waiting', 'review'), 'audited'],
  ['one that was asked for again', audited('asked', 'waiting', 'rejected', []), 'audited decided'],
  ['one on schedule without a change', audited('schedule', 'passed', 'passed', []), ''],
  ['one on schedule with a change', audited('schedule', 'passed', 'passed', [CHANGE]), 'changed'],
  [
    'one on schedule that rejects',
    audited('schedule', 'passed', 'rejected', [CHANGE]),
    'changed decided',
  ],
  [
    'one on schedule after a failure',
    audited('schedule', 'failed', 'passed', []),
    'changed decided',
  ],
]

for (const [name, of, kinds] of told) {
  test(`${name} tells ${kinds === '' ? 'nothing' : kinds}`, () => {
    const events = tellAudited(of).map(({ kind }) => kind.replace('material.', ''))
    assert.equal(events.join(' '), kinds)
  })
}

test('an event has the same id however often it is made, and another for each thing told', () => {
  const of = audited('submitted', 'waiting', 'passed')
  const idsOf = () => tellAudited(of).map(({ body }) => body.eventId)
  assert.deepEqual(idsOf(), idsOf())
  const { material, audit } = of
  const byPerson = { verdict: 'pass', by: 'person', at: 6 } as const
  const ids = new Set([
    ...idsOf(),
    tellDecided(material, audit, { ...byPerson, round: 'first' }).body.eventId,
    tellDecided(material, audit, { ...byPerson, round: 'appeal' }).body.eventId,
  ])
  assert.equal(ids.size, 4)
})

test('who decided is not told, what they found is', () => {
  const { material, audit } = audited('submitted', 'waiting', 'review')
  const clauses = [{ clauseId: 'b/1', remark: '图文不符' }]
  const decision = { verdict: 'reject', by: 'person', at: 6, clauses, note: '请修改' } as const
  const { body } = tellDecided(material, audit, decision)
  assert.deepEqual([body.by, body.clauses, body.note], ['person', clauses, '请修改'])
})
