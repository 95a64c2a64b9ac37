/**
 * The only place of the server that reads the time.
 *
 * Times are epoch milliseconds, UTC. A simulated clock runs on from the real one by an offset that
 * only grows: it rehearses seven days in a second, and is refused unless the server was started
 * with `--simulated-clock`.
 */

export interface Clock {
  now(): number
}

export interface SimulatedClock extends Clock {
  readonly offsetMs: number
  /** Moves the clock forward. Time that has passed cannot be taken back, so `byMs` is positive. */
  advance(byMs: number): void
}

export const systemClock: Clock = { now: () => Date.now() }

export function simulateClock(startOffsetMs: number, source: Clock = systemClock): SimulatedClock {
  let offsetMs = startOffsetMs
  return {
    get offsetMs() {
      return offsetMs
    },
    now: () => source.now() + offsetMs,
    advance(byMs) {
      offsetMs += byMs
    },
  }
}

/** A clock that stands still until it is set: for work whose times are given, like the demo's. */
export interface SetClock extends Clock {
  set(at: number): void
}

export function setClock(at: number): SetClock {
  let now = at
  return {
    now: () => now,
    set(next) {
      now = next
    },
  }
}
