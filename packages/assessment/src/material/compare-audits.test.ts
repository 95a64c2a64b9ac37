import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inapplicable, type Outcome, pass, undetermined } from '@fangxing/contract'
import { compareAudits } from './compare-audits.ts'

const say = (words: string) => ({ zh: words, en: words })

function found(message: string, y = 0): Outcome {
  const box = { x: 0, y, width: 10, height: 10 }
  const place = { kind: 'page', page: 'a', box } as const
  return { kind: 'violation', findings: [{ place, message: say(message) }] }
}

const changes: [name: string, before: Outcome, after: Outcome, direction: string | null][] = [
  ['a clause that still passes', pass, pass, null],
  ['a card that died', pass, found('商品已下架'), 'worse'],
  ['a card that came back', found('商品已下架'), pass, 'better'],
  ['a question that was not there', pass, undetermined(say('？')), 'worse'],
  ['a question that turned out bad', undetermined(say('？')), found('a'), 'worse'],
  ['the same finding further down', found('a', 10), found('a', 900), null],
  ['the same finding with another number', found('用了 812 毫秒'), found('用了 790.5 毫秒'), null],
  ['another finding of the same clause', found('a'), found('b'), 'other'],
  ['what no longer applies', pass, inapplicable, 'other'],
]

for (const [name, before, after, direction] of changes) {
  test(`${name} is ${direction ?? 'no change'}`, () => {
    const told = compareAudits(
      [{ clauseId: 'b/1', outcome: before }],
      [{ clauseId: 'b/1', outcome: after }],
    )
    assert.deepEqual(
      told.map((one) => one.direction),
      direction === null ? [] : [direction],
    )
  })
}

test('a clause that only one audit has is told, with what is missing as null', () => {
  const told = compareAudits(
    [{ clauseId: 'b/gone', outcome: found('a') }],
    [{ clauseId: 'b/fresh', outcome: found('a') }],
  )
  assert.deepEqual(
    told.map(({ clauseId, before, after }) => [clauseId, before?.kind, after?.kind]),
    [
      ['b/fresh', undefined, 'violation'],
      ['b/gone', 'violation', undefined],
    ],
  )
})
