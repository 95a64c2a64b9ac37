import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../api/types.ts'
import { findPages, startOf } from './people.ts'

const cases: [name: string, roles: Role[], pages: string, start: string][] = [
  [
    'a developer has no lexicon, and starts with what waits for developers',
    ['developer'],
    'notices | releases apps materials check',
    '/releases?turn=developer',
  ],
  [
    'the authority sees its desk, releases and apps',
    ['authority'],
    'authority notices | releases apps',
    '/authority',
  ],
  [
    'an operator sees everything; quality stands among what is operated',
    ['operator'],
    'queue authority | releases apps materials check | cases | operate terms users',
    '/operate',
  ],
  [
    'two roles see both, and start where others wait for them',
    ['authority', 'reviewer'],
    'queue authority notices | releases apps materials check | cases quality',
    '/queue',
  ],
  ['no role sees nothing', [], '', '/releases'],
]

for (const [name, roles, pages, start] of cases) {
  test(name, () => {
    const seen = findPages(roles).map((group) => group.join(' '))
    assert.equal(seen.join(' | '), pages)
    assert.equal(startOf(roles), start)
  })
}
