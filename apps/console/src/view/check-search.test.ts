import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCheckSearch } from './check-search.ts'

const rows: [name: string, words: string, expected: object][] = [
  ['nothing typed lists everything', '  ', { kind: 'all' }],
  [
    'a trace id, pasted with spaces and capitals, is one check',
    ' 6920C1FF-00000000-abcdef01 ',
    { kind: 'trace', id: '6920c1ff-00000000-abcdef01' },
  ],
  ['an openid is a writer', 'oXyZ_123', { kind: 'writer', writer: 'oXyZ_123' }],
  [
    'a trace id that was cut is no trace id',
    '6920c1ff-0000',
    { kind: 'writer', writer: '6920c1ff-0000' },
  ],
]

for (const [name, words, expected] of rows) {
  test(name, () => assert.deepEqual(parseCheckSearch(words), expected))
}
