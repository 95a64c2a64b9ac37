import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remember } from './remembered.ts'

/** A shelf of which every look is counted, and a clock that is set. */
function setUp() {
  const shelf = { value: 'first', looks: 0, at: 0, gate: Promise.resolve() }
  const clock = { now: () => shelf.at }
  const look = async (key: string) => {
    shelf.looks += 1
    const { value } = shelf
    await shelf.gate
    if (value === 'broken') throw new Error('broken')
    return `${key} ${value}`
  }
  return { shelf, remembered: remember(look, { clock }), look, clock }
}

test('a value is looked up once while it is fresh', async () => {
  const { shelf, remembered } = setUp()
  assert.equal(await remembered.get('a'), 'a first')
  shelf.at = 499
  assert.equal(await remembered.get('a'), 'a first')
  assert.equal(shelf.looks, 1)
})

test('a clock that was set back keeps nothing for longer', async () => {
  const { shelf, remembered } = setUp()
  shelf.at = 3_600_000
  await remembered.get('a')
  shelf.at = 0
  shelf.value = 'second'
  assert.equal(await remembered.get('a'), 'a second')
})

test('callers that come together wait for one look', async () => {
  const { shelf, remembered } = setUp()
  const all = await Promise.all([remembered.get('a'), remembered.get('a'), remembered.get('b')])
  assert.deepEqual(all, ['a first', 'a first', 'b first'])
  assert.equal(shelf.looks, 2)
})

test('an older value is given once more while it is looked up again', async () => {
  const { shelf, remembered } = setUp()
  await remembered.get('a')
  shelf.value = 'second'
  shelf.at = 999
  assert.equal(await remembered.get('a'), 'a first')
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(await remembered.get('a'), 'a second')
})

test('a value that is too old is waited for', async () => {
  const { shelf, remembered } = setUp()
  await remembered.get('a')
  shelf.value = 'second'
  shelf.at = 1000
  assert.equal(await remembered.get('a'), 'a second')
})

test('a look that fails is tried again, and an older value serves until it is too old', async () => {
  const { shelf, remembered } = setUp()
  await remembered.get('a')
  shelf.value = 'broken'
  shelf.at = 600
  assert.equal(await remembered.get('a'), 'a first')
  shelf.at = 1000
  await assert.rejects(async () => remembered.get('a'), /broken/)
  shelf.value = 'second'
  assert.equal(await remembered.get('a'), 'a second')
})

test('after forgetting, nobody is given what was looked up before', async () => {
  const { shelf, remembered } = setUp()
  const gate = Promise.withResolvers<void>()
  shelf.gate = gate.promise
  const early = remembered.get('a')
  remembered.forget()
  shelf.value = 'second'
  const late = remembered.get('a')
  gate.resolve()
  assert.deepEqual([await early, await late], ['a first', 'a second'])
  assert.equal(await remembered.get('a'), 'a second')
})

test('what is not worth keeping is looked up each time', async () => {
  const { shelf, look, clock } = setUp()
  const remembered = remember(look, { clock, isWorthKeeping: (value) => !value.endsWith('first') })
  await remembered.get('a')
  await remembered.get('a')
  assert.equal(shelf.looks, 2)
})
