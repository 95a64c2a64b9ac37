import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement, Outcome, Severity, Verdict } from '@fangxing/contract'
import { inapplicable, pass, undetermined } from '@fangxing/contract'
import fc from 'fast-check'
import { decideVerdict } from './decide-verdict.ts'

const words = { zh: '字。', en: 'Word.' }
const OUTCOMES: Readonly<Record<Outcome['kind'], Outcome>> = {
  pass,
  inapplicable,
  undetermined: undetermined(words),
  violation: {
    kind: 'violation',
    findings: [{ place: { kind: 'submission', field: 'categories' }, message: words }],
  },
}

function judgement(severity: Severity, kind: Outcome['kind']): Judgement {
  return { ruleId: 'x/y', clauseId: 'a/1', severity, outcome: OUTCOMES[kind] }
}

const grid: [kind: Outcome['kind'], block: Verdict, review: Verdict, advise: Verdict][] = [
  ['pass', 'pass', 'pass', 'pass'],
  ['inapplicable', 'pass', 'pass', 'pass'],
  ['violation', 'reject', 'review', 'pass'],
  ['undetermined', 'review', 'review', 'pass'],
]

for (const [kind, ...verdicts] of grid) {
  for (const [index, severity] of (['block', 'review', 'advise'] as const).entries()) {
    test(`${kind} of a rule that would ${severity} → ${verdicts[index]}`, () => {
      assert.equal(decideVerdict([judgement(severity, kind)]), verdicts[index])
    })
  }
}

test('with no rules at all there is nothing against it', () => {
  assert.equal(decideVerdict([]), 'pass')
})

const RANK: Readonly<Record<Verdict, number>> = { pass: 0, review: 1, reject: 2 }

const anyJudgement = fc
  .tuple(
    fc.constantFrom<Severity>('block', 'review', 'advise'),
    fc.constantFrom<Outcome['kind']>('pass', 'inapplicable', 'violation', 'undetermined'),
  )
  .map(([severity, kind]) => judgement(severity, kind))

test('one more judgement never makes a verdict milder, and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyJudgement), anyJudgement, (judgements, more) => {
      const before = decideVerdict(judgements)
      const after = decideVerdict([...judgements, more])
      assert.ok(RANK[after] >= RANK[before])
      assert.equal(decideVerdict([more, ...judgements.toReversed()]), after)
    }),
  )
})
