import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPart } from './send-part.ts'

const rows: [name: string, range: string | undefined, expected: [number, number] | null][] = [
  ['no range', undefined, null],
  ['from the start', 'bytes=0-', [0, 100]],
  ['a middle part', 'bytes=10-19', [10, 20]],
  ['the last byte', 'bytes=99-99', [99, 100]],
  ['beyond the end is cut', 'bytes=90-200', [90, 100]],
  ['behind the end is nothing', 'bytes=100-', [100, 100]],
  ['the last ten', 'bytes=-10', [90, 100]],
  ['more of the last than there is', 'bytes=-1000', [0, 100]],
  ['none of the last', 'bytes=-0', [100, 100]],
  ['two parts', 'bytes=0-1,5-6', null],
  ['turned round', 'bytes=9-3', null],
  ['another unit', 'pages=1-2', null],
  ['nothing at all', 'bytes=-', null],
]

for (const [name, range, expected] of rows) {
  test(`${name}: ${range}`, () => {
    const part = findPart(range, 100)
    assert.deepEqual(part && [part.start, part.end], expected)
  })
}
