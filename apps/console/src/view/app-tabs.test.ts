import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../api/types.ts'
import { findTabs, keepsSecrets, type Part } from './app-tabs.ts'

const ALL = 'overview checks usage callbacks members settings'

const rows: [name: string, roles: Role[], part: Part, tabs: string, keeps: boolean][] = [
  ['an owner sees every tab and keeps the secrets', ['developer'], 'owner', ALL, true],
  ['a member sees every tab', ['developer'], 'member', ALL, false],
  ['an operator sees every tab of any app', ['operator'], null, ALL, true],
  ['a reviewer looks on', ['reviewer'], null, 'overview checks members', false],
  [
    'who reviews and develops looks on where they are no member',
    ['developer', 'reviewer'],
    null,
    'overview checks members',
    false,
  ],
  ['the authority sees the overview', ['authority'], null, 'overview', false],
]

for (const [name, roles, part, tabs, keeps] of rows) {
  test(name, () => {
    assert.equal(findTabs(roles, part).join(' '), tabs)
    assert.equal(keepsSecrets(roles, part), keeps)
  })
}
