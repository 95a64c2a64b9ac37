import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zh } from '../i18n/zh/index.ts'
import { ACT_NAMES, nameAct } from './acts.ts'

test('a known route has a name, another one none', () => {
  assert.equal(nameAct('PUT /v1/check-policy'), 'publishPolicy')
  assert.equal(nameAct('PUT /v1/nothing'), null)
})

test('every name has its words, and is given once', () => {
  assert.deepEqual([...ACT_NAMES].sort(), Object.keys(zh.act).sort())
  assert.equal(new Set(ACT_NAMES).size, ACT_NAMES.length)
})
