import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownPictureRow, Storage } from '@fangxing/storage'
import { openPictureBank } from './picture-bank.ts'

const bitsOf = (digit: string) => digit.repeat(64)

/** A shelf in memory that answers as the storage does. */
function openShelf() {
  let rows: KnownPictureRow[] = []
  let last = 0
  let removed = 0
  const reads: number[] = []
  const shelf: Storage['knownPictures'] = {
    async add(drafts, addedBy, addedAt) {
      for (const draft of drafts) {
        last += 1
        rows.push({ ...draft, id: last, addedBy, addedAt })
      }
      return drafts.length
    },
    async remove(id) {
      rows = rows.filter((row) => row.id !== id)
      removed += 1
      return true
    },
    list: async () => ({ items: rows, nextCursor: null }),
    async *all(after = 0) {
      reads.push(after)
      yield* rows.filter(({ id }) => id > after)
    },
    edition: async () => `${last}-${removed}`,
  }
  return { shelf, reads }
}

const draft = (digit: string) =>
  ({ bits: bitsOf(digit), bank: 'ours', label: '20006', kind: 'deny' }) as const

test('what is added is found after a refresh, and only that is read', async () => {
  const { shelf, reads } = openShelf()
  const bank = openPictureBank(shelf)
  await shelf.add([draft('3')], 'a', 0)
  await bank.refresh()
  assert.equal(bank.find({ bits: bitsOf('3'), quality: 100 })[0]?.distance, 0)
  await shelf.add([draft('c')], 'a', 0)
  await bank.refresh()
  assert.equal(bank.find({ bits: bitsOf('c'), quality: 100 }).length, 1)
  assert.deepEqual(reads, [0, 1])
})

test('what is removed is no longer found', async () => {
  const { shelf } = openShelf()
  const bank = openPictureBank(shelf)
  await shelf.add([draft('3'), draft('c')], 'a', 0)
  await bank.refresh()
  await shelf.remove(1)
  await bank.refresh()
  assert.deepEqual(bank.find({ bits: bitsOf('3'), quality: 100 }), [])
  assert.equal(bank.find({ bits: bitsOf('c'), quality: 100 }).length, 1)
})

test('nothing is read while nothing changed, and the edition is that of what is held', async () => {
  const { shelf, reads } = openShelf()
  const bank = openPictureBank(shelf)
  await shelf.add([draft('3')], 'a', 0)
  await bank.refresh()
  await bank.refresh()
  assert.deepEqual(reads, [0])
  assert.equal(bank.edition, '1-0')
})

test('who catches up sees what came a second ago, and asks once a second', async () => {
  const { shelf } = openShelf()
  let [now, looks] = [0, 0]
  const counted = {
    ...shelf,
    edition: () => {
      looks += 1
      return shelf.edition()
    },
  }
  const bank = openPictureBank(counted, { now: () => now })
  await bank.refresh()
  await shelf.add([draft('3')], 'a', 0)
  now = 999
  await bank.catchUp()
  assert.deepEqual([bank.edition, looks], ['0-0', 1])
  now = 60_000
  await Promise.all([bank.catchUp(), bank.catchUp()])
  assert.deepEqual([bank.edition, looks], ['1-0', 2])
})

test('a failed look leaves what is held, and the next one succeeds', async () => {
  const { shelf } = openShelf()
  let isBroken = true
  const bank = openPictureBank({
    ...shelf,
    edition: () => (isBroken ? Promise.reject(new Error('gone')) : shelf.edition()),
  })
  await shelf.add([draft('3')], 'a', 0)
  await assert.rejects(bank.refresh(), /gone/)
  isBroken = false
  await bank.refresh()
  assert.equal(bank.find({ bits: bitsOf('3'), quality: 100 }).length, 1)
})
