/**
 * Remembers what was read for a moment, so that thousands of requests a second ask once.
 *
 * A value younger than `FRESH_MS` is given at once; an older one is still given, while another look
 * is under way, until it is `MOST_STALE_MS` old; then the caller waits. So a change that another
 * process made is seen after a second at the latest. Looks for one key never run side by side.
 */

import { type Clock, systemClock } from './clock.ts'

const FRESH_MS = 500
const MOST_STALE_MS = 1000
/** Of keys; the oldest go first. */
const MOST_KEYS = 10_000

export interface Remembered<Key, Value> {
  /** At once, without a promise, what is known: thousands of requests a second need not wait. */
  get(key: Key): Value | Promise<Value>
  /** Everything: the next look sees every change made before this call. */
  forget(): void
}

export interface RememberOptions<Value> {
  /** What is not worth keeping is looked up each time. */
  readonly isWorthKeeping?: (value: Value) => boolean
  readonly clock?: Clock
}

interface Entry<Value> {
  readonly value: Value
  readonly lookedAt: number
}

/** A clock that was set back says nothing about an age. */
function ageOf(entry: Entry<unknown> | undefined, now: number): number {
  return entry === undefined || now < entry.lookedAt
    ? Number.POSITIVE_INFINITY
    : now - entry.lookedAt
}

export function remember<Key, Value>(
  look: (key: Key) => Promise<Value>,
  { isWorthKeeping = () => true, clock = systemClock }: RememberOptions<Value> = {},
): Remembered<Key, Value> {
  const known = new Map<Key, Entry<Value>>()
  const looking = new Map<Key, Promise<Value>>()
  /** Counts the calls of `forget`: a look that began before one may not see the change. */
  let round = 0

  async function lookOnce(key: Key): Promise<Value> {
    const mine = round
    const lookedAt = clock.now()
    try {
      const value = await look(key)
      if (mine === round) keep(key, { value, lookedAt })
      return value
    } finally {
      if (mine === round) looking.delete(key)
    }
  }

  function keep(key: Key, entry: Entry<Value>): void {
    known.delete(key)
    if (!isWorthKeeping(entry.value)) return
    if (known.size === MOST_KEYS) known.delete(known.keys().next().value as Key)
    known.set(key, entry)
  }

  return {
    get(key) {
      const entry = known.get(key)
      const age = ageOf(entry, clock.now())
      if (entry !== undefined && age < FRESH_MS) return entry.value
      let next = looking.get(key)
      if (next === undefined) {
        next = lookOnce(key)
        looking.set(key, next)
      }
      if (entry === undefined || age >= MOST_STALE_MS) return next
      next.catch(() => {})
      return entry.value
    },
    forget() {
      known.clear()
      looking.clear()
      round += 1
    },
  }
}
