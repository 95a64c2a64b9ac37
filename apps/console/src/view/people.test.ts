import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../api/types.ts'
import { findPages } from './people.ts'

const cases: [name: string, roles: Role[], pages: string][] = [
  ['a developer has no lexicon', ['developer'], 'work notices releases apps materials check'],
  ['the authority sees releases and apps', ['authority'], 'work notices releases apps'],
  [
    'an operator sees everything',
    ['operator'],
    'work queue releases apps materials check cases quality terms users',
  ],
  [
    'two roles see both',
    ['authority', 'reviewer'],
    'work notices queue releases apps materials check cases quality',
  ],
  ['no role sees nothing', [], ''],
]

for (const [name, roles, pages] of cases) {
  test(name, () => assert.equal(findPages(roles).join(' '), pages))
}
