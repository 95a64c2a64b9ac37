import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareEntries, type DocumentMarks, markDocument } from '../index.ts'

const TOMATO =
  '阳台种番茄，第一个要点是光照。番茄每天至少要晒六个小时的太阳，花盆摆在朝南的位置，冬天可以搬到窗边。'

function marksOf(text: string): DocumentMarks {
  const marks = markDocument(text)
  assert(marks !== null)
  return marks
}

test('equal documents have equal marks, whatever their width and spaces', () => {
  assert.deepEqual(marksOf(TOMATO), marksOf(TOMATO.replaceAll('，', ' ,')))
})

test('an edited document shares a band with the one it was made from, another one none', () => {
  const bands = new Set(marksOf(TOMATO).bands)
  const shares = (text: string) => marksOf(text).bands.some((key) => bands.has(key))
  assert.equal(shares(TOMATO.replace('六个小时', '八个钟头')), true)
  assert.equal(shares('上证指数今日收涨百分之一点二，成交量较前一日放大，券商股领涨。'), false)
})

test('documents about other things are not alike by chance', () => {
  const other = marksOf('上证指数今日收涨百分之一点二，成交量较前一日放大，券商股领涨。')
  assert.ok(compareEntries(marksOf(TOMATO).entries, other.entries) < 0.05)
})

test('a text without a letter has no marks', () => {
  assert.equal(markDocument(' ，。 \n'), null)
  assert.equal(markDocument(''), null)
})
