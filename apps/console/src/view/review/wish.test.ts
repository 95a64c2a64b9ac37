import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameOf, parseView, type QueueView, toSearch, toWish, withFilter } from './wish.ts'

const TABLE: readonly [search: string, view: QueueView][] = [
  ['', { state: 'waiting' }],
  ['kinds=text%2Cpicture', { state: 'waiting', kinds: ['text', 'picture'] }],
  ['state=aside&labels=20002', { state: 'aside', labels: [20002] }],
  ['appid=wx1&scene=3', { state: 'waiting', appid: 'wx1', scene: 3 }],
]

for (const [search, view] of TABLE) {
  test(`“${search}” is read and written the same`, () => {
    assert.deepEqual(parseView(new URLSearchParams(search)), view)
    assert.equal(toSearch(view), search)
  })
}

test('what is not understood is left out', () => {
  const typed = new URLSearchParams('state=x&kinds=song,text&labels=7,toString&scene=9')
  assert.deepEqual(parseView(typed), { state: 'waiting', kinds: ['text'] })
})

test('a wish has no state, and no keys without a value', () => {
  assert.deepEqual(toWish({ state: 'aside', kinds: ['text'] } as QueueView), { kinds: ['text'] })
})

test('a filter is found again by what it asks, and saved once under its name', () => {
  const view: QueueView = { state: 'waiting', kinds: ['text'] }
  const filters = withFilter(withFilter([], '文', { state: 'waiting' }), '文', view)
  assert.equal(filters.length, 1)
  assert.equal(nameOf(filters, { ...view, state: 'mine' }), '文')
  assert.equal(nameOf(filters, { state: 'waiting' }), null)
})
