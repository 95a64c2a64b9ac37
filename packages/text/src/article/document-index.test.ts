import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DocumentIndex, findShared } from '../index.ts'

const TOMATO =
  '阳台种番茄，第一个要点是光照。番茄每天至少要晒六个小时的太阳，花盆摆在朝南的位置，冬天可以搬到窗边。第二个要点是浇水，少而透，盆土干了再浇。'
const NEWS =
  '上证指数今日收涨百分之一点二，成交量较前一日放大，券商股领涨，有色金属板块回调，北向资金全天净流入。'

function indexOf(...texts: readonly string[]): DocumentIndex {
  const index = new DocumentIndex()
  for (const text of texts) index.add(text)
  return index
}

test('a document is wholly like itself', () => {
  assert.deepEqual(indexOf(NEWS, TOMATO).find(TOMATO, 0.5), [{ number: 1, similarity: 1 }])
})

test('a few changed words leave documents alike', () => {
  const [found] = indexOf(NEWS, TOMATO).find(TOMATO.replace('六个小时', '八个钟头'), 0.5)
  assert.ok(found?.number === 1 && found.similarity > 0.8)
})

test('spaces, width and traditional characters leave documents the same', () => {
  const [found] = indexOf(TOMATO).find(TOMATO.replaceAll('，', ' ， ').replaceAll('阳', '陽'), 0.9)
  assert.equal(found?.number, 0)
})

test('documents about other things are not found', () => {
  assert.deepEqual(indexOf(NEWS).find(TOMATO, 0.3), [])
})

test('documents are kept when the index grows', () => {
  const index = new DocumentIndex()
  for (let nth = 0; nth < 3000; nth += 1)
    index.add(`第${nth}篇：${nth * 7919}号花盆的${nth * 104729}种用法`)
  index.add(TOMATO)
  assert.equal(index.size, 3001)
  assert.equal(index.find(TOMATO, 0.9)[0]?.number, 3000)
})

test('what stands word for word in both is the share and the longest passage', () => {
  const copied = `导语一句。番茄每天至少要晒六个小时的太阳，花盆摆在朝南的位置。另外一句结尾。`
  const { share, longest } = findShared(copied, TOMATO)
  assert.ok(share > 0.6 && share < 0.9)
  assert.equal(
    longest && copied.slice(longest.start, longest.end),
    '番茄每天至少要晒六个小时的太阳，花盆摆在朝南的位置',
  )
})

test('texts without a passage in common share nothing', () => {
  assert.deepEqual(findShared(NEWS, TOMATO), { share: 0, longest: null })
  assert.deepEqual(findShared('', TOMATO), { share: 0, longest: null })
})
