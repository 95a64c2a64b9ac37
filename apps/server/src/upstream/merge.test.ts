import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckSuggestion, DownPolicy, MergePolicy } from '@fangxing/storage'
import fc from 'fast-check'
import { isInShadow, mergeAnswered, mergeDown, type Opinion, shouldAsk } from './merge.ts'

const SUGGESTIONS = ['pass', 'review', 'risky'] as const

/** Ours down, theirs across: what is told. `-`: not asked. */
const ANSWERED = `
  strictest    pass    review  risky
  pass         pass    review  risky
  review       review  review  risky
  risky        -       -       -

  local-first  pass    review  risky
  pass         -       -       -
  review       pass    review  risky
  risky        -       -       -

  shadow       pass    review  risky
  pass         pass    pass    pass
  review       review  review  review
  risky        risky   risky   risky
`

function opinion(suggest: CheckSuggestion, label: Opinion['label'] = 20001): Opinion {
  return { suggest, label: suggest === 'pass' ? 100 : label }
}

for (const grid of ANSWERED.trim().split(/\n\s*\n/)) {
  const [head = '', ...rows] = grid.trim().split('\n')
  const [policy, ...theirs] = head.trim().split(/\s+/) as [MergePolicy, ...CheckSuggestion[]]
  test(`${policy} merges as its grid says`, () => {
    for (const row of rows) {
      const [ours, ...cells] = row.trim().split(/\s+/) as [CheckSuggestion, ...string[]]
      for (const [index, cell] of cells.entries()) {
        const local = opinion(ours)
        const other = opinion(theirs[index] ?? 'pass', 20002)
        const told = shouldAsk(policy, local) ? mergeAnswered(policy, local, other).suggest : '-'
        assert.equal(told, cell, `${policy}: ours ${ours}, theirs ${other.suggest}`)
      }
    }
  })
}

const DOWN = `
  setting      pass    review  risky
  fail-open    pass    review  risky
  fail-review  review  review  risky
  fail-closed  risky   risky   risky
`

test('without an answer the setting decides, and a shadow never does', () => {
  const [, ...rows] = DOWN.trim().split('\n')
  for (const row of rows) {
    const [setting, ...cells] = row.trim().split(/\s+/) as [DownPolicy, ...string[]]
    for (const [index, cell] of cells.entries()) {
      const ours = opinion(SUGGESTIONS[index] ?? 'pass')
      for (const merge of ['strictest', 'local-first'] as const) {
        assert.equal(mergeDown(merge, setting, ours).suggest, cell)
      }
      assert.equal(mergeDown('shadow', setting, ours), ours)
    }
  }
})

test('the label is that of whoever was followed', () => {
  const ours = opinion('review', 10001)
  const theirs = opinion('risky', 20002)
  assert.equal(mergeAnswered('strictest', ours, theirs).label, 20002)
  assert.equal(mergeAnswered('strictest', ours, opinion('review', 20002)).label, 10001)
  assert.equal(mergeDown('strictest', 'fail-review', opinion('pass')).label, 21000)
  assert.equal(mergeDown('strictest', 'fail-closed', ours).label, 10001)
})

test('strictest never tells anything milder than either', () => {
  const any = fc.constantFrom(...SUGGESTIONS)
  fc.assert(
    fc.property(any, any, (ours, theirs) => {
      const told = mergeAnswered('strictest', opinion(ours), opinion(theirs)).suggest
      const worst = Math.max(SUGGESTIONS.indexOf(ours), SUGGESTIONS.indexOf(theirs))
      assert.equal(SUGGESTIONS.indexOf(told), worst)
    }),
  )
})

test('a shadow is shown the share that was set, of every kind of id', () => {
  const ids = Array.from(
    { length: 65_536 },
    (_, n) => `6b0d2f4a-758eda05-5f55${n.toString(16).padStart(4, '0')}`,
  )
  const shareOf = (percent: number) =>
    ids.filter((id) => isInShadow(percent, id)).length / ids.length
  assert.equal(shareOf(100), 1)
  for (const percent of [1, 10, 50]) assert(Math.abs(shareOf(percent) - percent / 100) < 0.001)
})
