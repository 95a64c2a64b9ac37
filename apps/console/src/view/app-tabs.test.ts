import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../api/types.ts'
import { findTabs } from './app-tabs.ts'

const rows: [role: Role, tabs: string][] = [
  ['developer', 'overview checks usage callbacks members settings'],
  ['operator', 'overview checks usage callbacks members settings'],
  ['reviewer', 'overview checks members'],
  ['authority', 'overview'],
]

for (const [role, tabs] of rows) {
  test(`who is ${role} sees ${tabs.split(' ').length} tabs of an app`, () => {
    assert.equal(findTabs([role]).join(' '), tabs)
  })
}
