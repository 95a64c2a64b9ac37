import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { within } from './within.ts'

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
}

test('work that ends in time leaves no timer, whether it succeeds or fails', async () => {
  const before = timers()
  assert.equal(await within(60_000, async ({ aborted }) => aborted), false)
  const failing = within(60_000, async () => {
    throw new RangeError('broken')
  })
  await assert.rejects(failing, RangeError)
  assert.equal(timers(), before)
})

test('work that takes longer is told to stop', async () => {
  const told = within(1, async (signal) => {
    if (!signal.aborted) await once(signal, 'abort')
    return signal.aborted
  })
  assert.equal(await told, true)
})
