/**
 * When a term counts: from `validFrom` on and until before `validUntil`, epoch ms; absent: always.
 *
 * The clock is a parameter: whoever compiles says at which moment, and asks when to compile again.
 */

export interface Validity {
  readonly validFrom?: number
  readonly validUntil?: number
}

export function isValidAt({ validFrom, validUntil }: Validity, at: number): boolean {
  return (
    (validFrom === undefined || validFrom <= at) && (validUntil === undefined || at < validUntil)
  )
}

/** The first moment after `at` at which some term begins or ceases to count; undefined: never. */
export function findNextChange(terms: readonly Validity[], at: number): number | undefined {
  let next: number | undefined
  for (const { validFrom, validUntil } of terms) {
    for (const moment of [validFrom, validUntil]) {
      if (moment === undefined || moment <= at) continue
      if (next === undefined || moment < next) next = moment
    }
  }
  return next
}
