import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, EventKind, ReleaseEvent } from '../api/types.ts'
import { findExchange } from './exchange.ts'

const event = (kind: EventKind, seq: number, by: Actor['kind'] = 'authority'): ReleaseEvent => ({
  seq,
  kind,
  at: seq,
  actor: { kind: by, id: by, name: by },
  state: 'filing',
  hash: '',
})

test('only what people said to each other is in it, in order', () => {
  const events = [
    event('submitted', 0, 'developer'),
    event('materialRequested', 1),
    event('materialSupplied', 2, 'developer'),
    event('contactLogged', 3),
    event('filingPassed', 4),
  ]
  assert.deepEqual(
    findExchange(events).map(({ event: { kind }, isTheirs }) => [kind, isTheirs]),
    [
      ['materialRequested', false],
      ['materialSupplied', true],
      ['contactLogged', false],
    ],
  )
})

test('the latest question is open until material comes', () => {
  const asked = [event('materialRequested', 0), event('contactLogged', 1)]
  assert.deepEqual(
    findExchange(asked).map(({ isOpen }) => isOpen),
    [true, false],
  )
  const answered = [...asked, event('materialSupplied', 2, 'developer')]
  assert.deepEqual(
    findExchange(answered).map(({ isOpen }) => isOpen),
    [false, false, false],
  )
})
