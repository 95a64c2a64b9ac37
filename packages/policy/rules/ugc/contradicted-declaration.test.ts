import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenEntry, submitted } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { contradictedDeclaration } from './contradicted-declaration.ts'

const cases: [name: string, scenes: number[], methods: number[], findings: number][] = [
  ['text, checked by the platform', [4], [1], 0],
  ['several scenes, checked by people', [1, 2, 4], [3], 0],
  ['no user content', [0], [1], 1],
  ['no check', [4], [4], 1],
  ['neither content nor check', [0], [4], 2],
]

for (const [name, scenes, methods, findings] of cases) {
  test(`posting, declared as ${name} → ${findings} findings`, () => {
    const ugcDeclaration = { scenes, methods, hasAuditTeam: false, description: '' }
    const outcome = judgeBy(contradictedDeclaration, {
      publishEntries: [seenEntry('text')],
      submission: { ...submitted('社交-笔记'), ugcDeclaration },
    })
    assert.equal(outcome.kind === 'violation' ? outcome.findings.length : 0, findings)
  })
}

test('without any entry there is nothing to contradict', () => {
  const ugcDeclaration = { scenes: [0], methods: [], hasAuditTeam: false, description: '' }
  const outcome = judgeBy(contradictedDeclaration, {
    publishEntries: [],
    submission: { ...submitted(), ugcDeclaration },
  })
  assert.equal(outcome.kind, 'inapplicable')
})
