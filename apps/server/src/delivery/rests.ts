/**
 * Lanes that rest: their receiver hung at the last attempt, and would hold another sender for as long.
 *
 * Five seconds at first, twice as long each time, a minute at most; the first attempt that ends in
 * time ends it. Of one process, in memory: another learns it by one attempt.
 */

const FIRST_MS = 5000
const MOST_MS = 60_000

export interface Rests {
  /** Not to be taken from at `now`. */
  lanesAt(now: number): readonly string[]
  ended(lane: string, how: { readonly hung: boolean; readonly at: number }): void
}

interface Rest {
  readonly until: number
  readonly lastsMs: number
}

export function openRests(): Rests {
  const rests = new Map<string, Rest>()
  return {
    lanesAt: (now) => [...rests].flatMap(([lane, { until }]) => (until > now ? [lane] : [])),
    ended(lane, { hung, at }) {
      if (!hung) {
        rests.delete(lane)
        return
      }
      const before = rests.get(lane)
      const lastsMs = before === undefined ? FIRST_MS : Math.min(MOST_MS, before.lastsMs * 2)
      rests.set(lane, { until: at + lastsMs, lastsMs })
    },
  }
}
