import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermLevel } from '@fangxing/contract'
import { doubtfulWord } from '../rules/text/doubtful-word.ts'
import { listedWord } from '../rules/text/listed-word.ts'
import { remarkedWord } from '../rules/text/remarked-word.ts'
import { listedWordInPackage } from '../rules/wording/listed-word.ts'
import { seenHit } from './examples.ts'
import { findingsOf } from './hits.ts'
import { judgeBy } from './judge-by.ts'

const grid: [
  level: TermLevel,
  listed: string,
  doubtful: string,
  remarked: string,
  inPackage: string,
][] = [
  ['block', 'violation', 'pass', 'pass', 'violation'],
  ['review', 'pass', 'violation', 'pass', 'violation'],
  ['hint', 'pass', 'pass', 'violation', 'pass'],
]

for (const [level, ...expected] of grid) {
  test(`a word at ${level} level is one text rule’s and no other’s`, () => {
    const seen = { termHits: [seenHit({ level })] }
    assert.deepEqual(
      [listedWord, doubtfulWord, remarkedWord, listedWordInPackage].map(
        (rule) => judgeBy(rule, seen).kind,
      ),
      expected,
    )
  })
}

test('a disguised word is told with what was undone and how sure that is', () => {
  const hit = seenHit({
    matched: '加-V-信',
    term: '加v信',
    conversions: ['gap', 'case'],
    confidence: 0.891,
  })
  assert.deepEqual(
    findingsOf([hit], ['block']).map(({ message, measured }) => [message.zh, measured]),
    [['“加-V-信”命中词库中的“加v信”（广告）。', '加-V-信 = 加v信 (gap, case) · 10001 · 0.891']],
  )
})

test('a word as listed is told plainly', () => {
  assert.equal(findingsOf([seenHit()], ['block'])[0]?.measured, '加微信 · 10001')
})
