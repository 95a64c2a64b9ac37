import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TermEntry } from '../api/types.ts'
import { findTerms } from './terms.ts'

const terms: TermEntry[] = [
  { id: '1', text: '加微信', label: 10001, level: 'review' },
  { id: '2', text: 'VX', label: 10001, level: 'review', note: '微信的缩写' },
  { id: '3', text: '刷单', label: 20008, level: 'block' },
]

const cases: [name: string, wanted: string, ids: string][] = [
  ['nothing wanted shows everything', ' ', '1 2 3'],
  ['letters are found in text and note', '微信', '1 2'],
  ['case does not matter', 'vx', '2'],
  ['what is not there is not found', '赌', ''],
]

for (const [name, wanted, ids] of cases) {
  test(name, () =>
    assert.equal(
      findTerms(terms, wanted)
        .map(({ id }) => id)
        .join(' '),
      ids,
    ),
  )
}
