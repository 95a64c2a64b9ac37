/**
 * How well people agree, with bounds that stay honest for small numbers.
 *
 * A share has Wilson's interval at 95 %: after three out of three it says 44 to 100 %, not 100.
 * Cohen's kappa is agreement beyond what chance would give; it is null where chance alone would
 * agree always (everybody said the same). Its bounds are those of the agreement, taken beyond the same
 * chance: after one pair they are wide, where the usual formula for large samples says none at all.
 *
 * Source: Wilson 1927; Cohen 1960.
 */

export interface Share {
  readonly count: number
  readonly of: number
  /** Null when there is nothing to divide. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** 97.5 % of the normal distribution lie below. */
const Z = 1.959964

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null }
  const share = count / of
  const centre = share + (Z * Z) / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const scale = 1 + (Z * Z) / of
  return {
    ...{ count, of, share },
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  }
}

export interface Kappa {
  readonly kappa: number | null
  readonly low: number | null
  readonly high: number | null
}

const NO_KAPPA: Kappa = { kappa: null, low: null, high: null }

/** Of pairs of answers; an answer is any word. */
export function kappaOf(pairs: readonly (readonly [string, string])[]): Kappa {
  const of = pairs.length
  if (of === 0) return NO_KAPPA
  const observed = pairs.filter(([one, other]) => one === other).length / of
  const words = new Set(pairs.flat())
  const share = (side: 0 | 1, word: string) =>
    pairs.filter((pair) => pair[side] === word).length / of
  const expected = [...words].reduce((sum, word) => sum + share(0, word) * share(1, word), 0)
  if (expected >= 1) return NO_KAPPA
  const kappa = (observed - expected) / (1 - expected)
  const { low, high } = shareOf(Math.round(observed * of), of)
  const beyond = (share: number | null) => ((share ?? observed) - expected) / (1 - expected)
  return { kappa, low: Math.max(-1, beyond(low)), high: Math.min(1, beyond(high)) }
}

/** The middle one; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
