import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCategory } from './submission-options.ts'

for (const [name, first, second] of [
  ['社交/笔记', '社交', '笔记'],
  ['社交-笔记', '社交', '笔记'],
  ['社交-社区/论坛', '社交', '社区/论坛'],
  ['社交/社区/论坛', '社交', '社区/论坛'],
  [' 文娱 / 视频 ', '文娱', '视频'],
] as const) {
  test(`“${name}” is ${first} and ${second}`, () => {
    assert.deepEqual(parseCategory(name), { first, second })
  })
}

for (const name of ['', '社交', '社交/', '/笔记', '-']) {
  test(`“${name}” is no category`, () => assert.throws(() => parseCategory(name), /two levels/))
}
