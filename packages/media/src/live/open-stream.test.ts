import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { untilAborted } from './open-stream.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Notes each part that it gives, and then says nothing more. */
async function* speak(given: WeakRef<Uint8Array>[], parts: number): AsyncGenerator<Uint8Array> {
  for (let nth = 0; nth < parts; nth += 1) {
    const part = new Uint8Array(1000)
    given.push(new WeakRef(part))
    yield part
  }
  await new Promise(() => {})
}

/** In a function of its own: whatever it held is free when it has ended. */
async function readParts(stream: AsyncGenerator<Uint8Array>, parts: number): Promise<void> {
  for (let nth = 0; nth < parts; nth += 1) assert.equal((await stream.next()).value?.length, 1000)
}

test('a stream that goes on keeps no part that was read', async () => {
  const given: WeakRef<Uint8Array>[] = []
  const stop = new AbortController()
  const stream = untilAborted(speak(given, 9), stop.signal)
  await readParts(stream, 8)
  await setImmediate()
  collect()
  // The last one may still be in somebody's hand.
  assert.equal(given.slice(0, 7).filter((part) => part.deref() !== undefined).length, 0)
  stop.abort()
  await assert.rejects(stream.next(), { name: 'AbortError' })
})

test('a side that says nothing is not waited for when the signal fires', async () => {
  const stop = new AbortController()
  const waiting = untilAborted(speak([], 0), stop.signal).next()
  await setImmediate()
  stop.abort()
  await assert.rejects(waiting, { name: 'AbortError' })
})
