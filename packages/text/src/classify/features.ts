/**
 * What the classifier looks at: hashed n-grams of a text, by how it is written and how it sounds.
 *
 * Reads the folded text, so width, case, script, look-alikes and signs in between are gone before
 * anything is counted. Per unit: itself, the pair and the triple that end there, and the pair of
 * their near sounds, so that a homophone shares a feature with what it stands for. Each feature
 * counts once per text. One pass, O(length); the same numbers on every machine. Never throws.
 *
 * Source: hashing trick, Weinberger et al. 2009.
 */

import { SOUND_CLASS } from '../disguise/sound.ts'
import { FoldedText } from '../fold/fold.ts'
import { isDigit } from '../fold/fold-table.ts'

/** Numbers of features are below `2 ** FEATURE_BITS`. Changing it makes stored weights useless. */
export const FEATURE_BITS = 22

/** Longer texts are classified by their first units: evidence thins out, and time stays bounded. */
export const MOST_UNITS = 2000

const PER_UNIT = 4
/** Of one text. */
export const MOST_FEATURES = MOST_UNITS * PER_UNIT
/** Twice as many places as a text has features; small enough to stay in the nearest cache. */
const SEEN_BITS = 14
const SEEN_MASK = (1 << SEEN_BITS) - 1
const SHIFT = 32 - FEATURE_BITS
const ANY_DIGIT = 48
const EDGE = 1

/** The features of one text at a time: valid until the next `read`. */
export class FeatureReader {
  readonly numbers = new Uint32Array(MOST_FEATURES)
  count = 0
  private readonly folded = new FoldedText()
  /** Features of this text, each with the number of the text before it: what is left of others is free. */
  private readonly seen = new Uint32Array(1 << SEEN_BITS)
  private stamp = 0

  read(text: string): this {
    const { units, length } = this.folded.read(
      text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text,
    )
    this.begin()
    let [second, third, secondSound] = [EDGE, EDGE, EDGE]
    const end = Math.min(length, MOST_UNITS)
    for (let at = 0; at < end; at += 1) {
      const exact = units[at] as number
      const unit = isDigit(exact) ? ANY_DIGIT : exact
      const sound = soundOf(exact)
      this.add(Math.imul(unit, 0x9e3779b1) >>> SHIFT)
      this.add(Math.imul(mix(second, exact), 0x85ebca6b) >>> SHIFT)
      this.add(Math.imul(mix(mix(third, second), unit), 0xc2b2ae35) >>> SHIFT)
      this.add(Math.imul(mix(secondSound, sound), 0x27d4eb2f) >>> SHIFT)
      third = second
      second = unit
      secondSound = sound
    }
    return this
  }

  private begin(): void {
    this.count = 0
    this.stamp = (this.stamp + (1 << FEATURE_BITS)) >>> 0
    if (this.stamp !== 0) return
    this.seen.fill(0)
    this.stamp = 1 << FEATURE_BITS
  }

  private add(feature: number): void {
    const { seen, stamp } = this
    const mark = (stamp | feature) >>> 0
    let at = feature & SEEN_MASK
    for (let met = seen[at] as number; met >= stamp; met = seen[at] as number) {
      if (met === mark) return
      at = (at + 1) & SEEN_MASK
    }
    seen[at] = mark
    this.numbers[this.count] = feature
    this.count += 1
  }
}

/** The class of near sounds of a unit; one that has none is a class of its own. */
export function soundOf(unit: number): number {
  return (SOUND_CLASS[unit] as number) || unit
}

/** Spreads two numbers into one; order counts. */
function mix(before: number, next: number): number {
  const sum = Math.imul(before, 0x01000193) ^ next
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
}
