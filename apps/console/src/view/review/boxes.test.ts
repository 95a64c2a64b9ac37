import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box, Outcome } from '@fangxing/contract'
import type { ExplainedJudgement } from '../../api/types.ts'
import { findBoxes } from './boxes.ts'

const WORDS = { zh: '二维码', en: 'a code' }
const SIZE = { width: 200, height: 100 }

function judged(outcome: Outcome): ExplainedJudgement {
  const words = { clauseWords: WORDS, title: WORDS, why: WORDS, fix: WORDS }
  return { ruleId: 'r', clauseId: 'b/1', severity: 'review', outcome, ...words }
}

function found(box?: Box): Outcome {
  const place = box
    ? ({ kind: 'picture', picture: 'media', box } as const)
    : ({ kind: 'picture', picture: 'media' } as const)
  return { kind: 'violation', findings: [{ place, message: WORDS }] }
}

function boxes(outcomes: readonly Outcome[], pictureSize: typeof SIZE | null = SIZE) {
  return findBoxes({ judgements: outcomes.map(judged), hits: [], pictureSize })
}

test('a box is told in percent of the picture', () => {
  assert.deepEqual(boxes([found({ x: 50, y: 25, width: 100, height: 50 })]), [
    { left: 25, top: 25, width: 50, height: 50, words: WORDS },
  ])
})

test('a box that leaves the picture ends at its edge', () => {
  const [box] = boxes([found({ x: 150, y: -10, width: 100, height: 30 })])
  assert.deepEqual([box?.left, box?.top, box?.width], [75, 0, 25])
})

test('the whole picture has no box, and without a size none can be drawn', () => {
  assert.deepEqual(boxes([found()]), [])
  assert.deepEqual(boxes([found({ x: 0, y: 0, width: 1, height: 1 })], null), [])
})

test('what could not be determined shows what to look at; one place is drawn once', () => {
  const box = { x: 0, y: 0, width: 20, height: 10 }
  const place = { kind: 'picture', picture: 'media', box } as const
  const doubt: Outcome = {
    kind: 'undetermined',
    because: WORDS,
    evidence: [{ place, message: WORDS }],
  }
  assert.equal(boxes([doubt, found(box)]).length, 1)
})
