import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../api/types.ts'
import { findPages } from './people.ts'

const cases: [name: string, roles: Role[], pages: string][] = [
  ['a developer has no lexicon', ['developer'], 'work notices releases apps materials check'],
  [
    'the authority sees releases, apps and its desk',
    ['authority'],
    'work notices releases apps authority',
  ],
  [
    'an operator sees everything',
    ['operator'],
    'work queue releases apps materials check cases quality terms users authority operate',
  ],
  [
    'two roles see both',
    ['authority', 'reviewer'],
    'work notices queue releases apps materials check cases quality authority',
  ],
  ['no role sees nothing', [], ''],
]

for (const [name, roles, pages] of cases) {
  test(name, () => assert.equal(findPages(roles).join(' '), pages))
}
