import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories, describeCategory, findCategories } from './wechat-categories.ts'

const filed = categories.rows.filter((row) => row.filed)

test('exactly thirteen categories are filed', () => {
  assert.equal(filed.length, 13)
})

test('every filed category says which licences are asked for', () => {
  assert.deepEqual(filed.filter(({ licences }) => licences.length === 0).map(describeCategory), [])
})

test('no filed category is open to individuals or overseas subjects', () => {
  for (const { openTo } of filed) assert.deepEqual(openTo, ['organisation'])
})

test('no name stands twice', () => {
  const names = categories.rows.map(describeCategory)
  assert.equal(new Set(names).size, names.length)
})

const found: [name: string, first: string, second: string, rows: readonly string[]][] = [
  ['a name of today is its own row', '社交', '笔记', ['社交-笔记']],
  ['a name with a slash', '社交', '社区/论坛', ['社交-社区/论坛']],
  ['the radio of the 2022 note', '文娱', 'FM/电台', ['文娱-电台']],
  ['the video of the 2022 note is two rows', '文娱', '视频', ['文娱-其他视频', '文娱-视频广场']],
  ['a name that nobody published', '社交', '漂流瓶', []],
  ['a second-level name under another first-level name', '工具', '笔记', []],
]

for (const [name, first, second, rows] of found) {
  test(name, () => {
    assert.deepEqual(findCategories({ first, second }).map(describeCategory), rows)
  })
}

test('a category that all three tables list is open to all three', () => {
  assert.deepEqual(findCategories({ first: '工具', second: '日历' })[0]?.openTo, [
    'organisation',
    'individual',
    'overseas',
  ])
})
