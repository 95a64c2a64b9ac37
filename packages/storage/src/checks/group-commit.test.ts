import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GroupLimits, groupCommit } from './group-commit.ts'

const LIMITS: GroupLimits<number> = {
  mostItems: 4,
  mostWeight: 100,
  weigh: (item) => item,
  lanes: 1,
  leastBeside: 1,
  gatherMs: 0,
  mostWaiting: 1000,
}

/** A store that shows what it was given and ends each write when it is told to. */
function openStore(refuses: (items: readonly number[]) => boolean = () => false) {
  const writes: number[][] = []
  const open: (() => void)[] = []
  let started = Promise.withResolvers<void>()
  return {
    writes,
    /** Ends the oldest write that is running, when there is one. */
    async endOne() {
      while (open.length === 0) await started.promise
      open.shift()?.()
    },
    get running() {
      return open.length
    },
    async write(items: readonly number[]) {
      writes.push([...items])
      const end = Promise.withResolvers<void>()
      open.push(end.resolve)
      started.resolve()
      started = Promise.withResolvers<void>()
      await end.promise
      if (refuses(items)) throw new RangeError('refused')
    },
    resultOf: (item: number) => `kept ${item}`,
    isRefusal: (error: unknown) => error instanceof RangeError,
    refuseMore: () => new Error('too many'),
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('items of one turn are one write, and what comes meanwhile is the next', async () => {
  const store = openStore()
  const group = groupCommit(store, LIMITS)
  const first = [group.add(1), group.add(2)]
  await turn()
  const second = [group.add(3), group.add(4)]
  assert.deepEqual(store.writes, [[1, 2]])
  await store.endOne()
  await Promise.all(first)
  await store.endOne()
  await Promise.all(second)
  assert.deepEqual(store.writes, [
    [1, 2],
    [3, 4],
  ])
})

test('nobody is answered before the write that took the item has ended', async () => {
  const store = openStore()
  const group = groupCommit(store, LIMITS)
  let isAnswered = false
  const answered = group.add(1).then(() => {
    isAnswered = true
  })
  await turn()
  await turn()
  assert.equal(isAnswered, false)
  await store.endOne()
  await answered
})

test('a write takes no more items and no more weight than the limits say', async () => {
  const store = openStore()
  const group = groupCommit(store, LIMITS)
  const all = Promise.all([1, 2, 3, 4, 5, 60, 60, 300, 1].map((item) => group.add(item)))
  for (let write = 0; write < 5; write += 1) await store.endOne()
  await all
  assert.deepEqual(store.writes, [[1, 2, 3, 4], [5, 60], [60], [300], [1]])
})

test('as many writes run at once as there are lanes', async () => {
  const store = openStore()
  const group = groupCommit(store, { ...LIMITS, mostItems: 1, lanes: 2 })
  const all = Promise.all([1, 2, 3].map((item) => group.add(item)))
  await turn()
  assert.equal(store.running, 2)
  for (let write = 0; write < 3; write += 1) await store.endOne()
  await all
})

test('beside a running write another begins only for many', async () => {
  const store = openStore()
  const group = groupCommit(store, { ...LIMITS, lanes: 2, leastBeside: 3 })
  const all = [group.add(1)]
  await turn()
  all.push(group.add(2), group.add(3))
  await turn()
  assert.equal(store.running, 1)
  all.push(group.add(4))
  await turn()
  assert.deepEqual(store.writes, [[1], [2, 3, 4]])
  for (let write = 0; write < 2; write += 1) await store.endOne()
  await Promise.all(all)
})

test('a write waits until a third of those have come again that the last one answered', async () => {
  const store = openStore()
  const group = groupCommit(store, { ...LIMITS, gatherMs: 60_000 })
  const first = [1, 2, 3, 4].map((item) => group.add(item))
  await turn()
  await store.endOne()
  await Promise.all(first)
  const second = [group.add(5)]
  await turn()
  assert.equal(store.running, 0)
  second.push(group.add(6))
  await turn()
  assert.deepEqual(store.writes.at(-1), [5, 6])
  await store.endOne()
  await Promise.all(second)
})

test('nobody waits for more than one write takes', async () => {
  const store = openStore()
  const group = groupCommit(store, { ...LIMITS, gatherMs: 60_000 })
  const all = Array.from({ length: 4 + 16 + 4 }, (_, item) => group.add(item))
  await turn()
  for (let write = 0; write < 6; write += 1) await store.endOne()
  await Promise.all(all)
  assert.deepEqual(
    store.writes.map(({ length }) => length),
    [4, 4, 4, 4, 4, 4],
  )
})

test('what waits for others goes alone when they do not come', async () => {
  const store = openStore()
  const group = groupCommit(store, { ...LIMITS, gatherMs: 1 })
  const first = [1, 2, 3].map((item) => group.add(item))
  await turn()
  await store.endOne()
  await Promise.all(first)
  const alone = group.add(4)
  await store.endOne()
  await alone
  assert.deepEqual(store.writes, [[1, 2, 3], [4]])
})

test('a refused item fails alone', async () => {
  const store = openStore((items) => items.includes(3))
  const group = groupCommit(store, LIMITS)
  const settled = Promise.allSettled([1, 2, 3, 4].map((item) => group.add(item)))
  for (let write = 0; write < 5; write += 1) await store.endOne()
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
})

test('a lost connection fails the whole write and is not tried again', async () => {
  const store = openStore(() => true)
  const group = groupCommit({ ...store, isRefusal: () => false }, LIMITS)
  const settled = Promise.allSettled([1, 2].map((item) => group.add(item)))
  await store.endOne()
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.deepEqual(store.writes, [[1, 2]])
})

test('who comes when too many wait is refused at once', async () => {
  const store = openStore()
  const group = groupCommit(store, { ...LIMITS, mostWaiting: 2 })
  const kept = [group.add(1), group.add(2)]
  await assert.rejects(group.add(3), /too many/)
  await store.endOne()
  await Promise.all(kept)
})

test('any items in any order are written once each, and then it is drained', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      async (items, lanes) => {
        const written: number[] = []
        const group = groupCommit<number, string>(
          {
            async write(batch) {
              await turn()
              written.push(...batch)
            },
            resultOf: (item) => `kept ${item}`,
            isRefusal: () => false,
            refuseMore: () => new Error('too many'),
          },
          { ...LIMITS, lanes },
        )
        const added = items.map((item) => group.add(item))
        await group.drained()
        assert.deepEqual(written.toSorted(), items.toSorted())
        assert.deepEqual(
          await Promise.all(added),
          items.map((item) => `kept ${item}`),
        )
      },
    ),
  )
})
