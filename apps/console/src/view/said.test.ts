import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReleaseEvent, ReleaseState } from '../api/types.ts'
import { findSaid } from './said.ts'

const event = (state: ReleaseState, note?: string) => ({ state, note }) as ReleaseEvent

test('what was asked for last is what is to be answered', () => {
  const events = [
    event('materialRequested', '名单'),
    event('filing', '已寄出'),
    event('materialRequested', '还缺一页'),
  ]
  const said = findSaid('materialRequested', events)
  assert.deepEqual(said, { state: 'materialRequested', note: '还缺一页', clauses: [] })
})

test('a later event without words does not hide them', () => {
  const events = [event('takedownOrdered', '请下架'), event('takedownOrdered')]
  assert.equal(findSaid('takedownOrdered', events)?.note, '请下架')
})

test('nothing is to be answered in other states, or without words', () => {
  assert.equal(findSaid('filing', [event('filing', '已受理')]), null)
  assert.equal(findSaid('delayed', [event('delayed')]), null)
  assert.equal(findSaid('delayed', []), null)
})
