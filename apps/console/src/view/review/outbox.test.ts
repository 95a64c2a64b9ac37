import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueOf, UNDO_MS, undoLast, withPending } from './outbox.ts'

const PASS = { fence: 1, verdict: 'pass', clauses: [], note: '', spentMs: null } as const

function pending(id: string) {
  return { id, title: id, decision: PASS }
}

test('a decision is due when its time to be taken back is over', () => {
  const list = withPending(withPending([], pending('a'), 0), pending('b'), 1000)
  assert.deepEqual(dueOf(list, UNDO_MS - 1), [])
  assert.deepEqual(
    dueOf(list, UNDO_MS).map(({ id }) => id),
    ['a'],
  )
})

test('undo takes the latest', () => {
  const list = withPending(withPending([], pending('a'), 0), pending('b'), 1)
  const { undone, rest } = undoLast(list)
  assert.equal(undone?.id, 'b')
  assert.deepEqual(
    rest.map(({ id }) => id),
    ['a'],
  )
  assert.equal(undoLast([]).undone, null)
})

test('deciding again after an undo leaves one decision', () => {
  const list = withPending(withPending([], pending('a'), 0), pending('a'), 500)
  assert.deepEqual(
    list.map(({ sendAt }) => sendAt),
    [500 + UNDO_MS],
  )
})
