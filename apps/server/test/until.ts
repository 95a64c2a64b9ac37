import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'

/** What is looked for, once it is there. */
export async function until<Value>(
  find: () => Promise<Value | null | undefined> | Value | null | undefined,
  withinMs = 20_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const found = await find()
    if (found != null) return found
    assert(Date.now() < deadline, 'it did not come')
    await wait(10)
  }
}
