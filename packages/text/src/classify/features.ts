/**
 * What the classifier looks at: hashed n-grams of a text, by how it is written and how it sounds.
 *
 * Reads the folded text, so width, case, script, look-alikes and signs in between are gone before
 * anything is counted. Per unit: itself, the pair and the triple that end there, and the pair and
 * triple of its near sounds, so that a homophone shares features with what it stands for.
 * One pass, O(length); the numbers are the same on every machine. Never throws on any string.
 *
 * Source: hashing trick, Weinberger et al. 2009.
 */

import { SOUND_CLASS } from '../disguise/sound.ts'
import { FoldedText } from '../fold/fold.ts'

/** Numbers of features are below `2 ** FEATURE_BITS`. Changing it makes stored weights useless. */
export const FEATURE_BITS = 17

/** Longer texts are classified by their first units: evidence thins out, and time stays bounded. */
export const MOST_UNITS = 2000

const PER_UNIT = 5
const SHIFT = 32 - FEATURE_BITS
const DIGIT = 48

/** The features of one text at a time: valid until the next `read`. */
export class FeatureReader {
  readonly numbers = new Uint32Array(MOST_UNITS * PER_UNIT)
  count = 0
  private readonly folded = new FoldedText()

  read(text: string): this {
    const folded = this.folded.read(text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text)
    const { units } = folded
    const { numbers } = this
    const length = Math.min(folded.length, MOST_UNITS)
    const sounds = SOUND_CLASS
    let count = 0
    let second = 1
    let third = 1
    let secondSound = 1
    let thirdSound = 1
    for (let at = 0; at < length; at += 1) {
      const exact = units[at] as number
      const unit = exact >= 48 && exact <= 57 ? DIGIT : exact
      const sound = sounds[exact] || unit
      const pair = mix(second, exact)
      numbers[count] = Math.imul(unit, 0x9e3779b1) >>> SHIFT
      numbers[count + 1] = Math.imul(pair, 0x85ebca6b) >>> SHIFT
      numbers[count + 2] = Math.imul(mix(mix(third, second), unit), 0xc2b2ae35) >>> SHIFT
      numbers[count + 3] = Math.imul(mix(secondSound, sound), 0x27d4eb2f) >>> SHIFT
      numbers[count + 4] = Math.imul(mix(mix(thirdSound, secondSound), sound), 0x165667b1) >>> SHIFT
      count += PER_UNIT
      third = second
      second = unit
      thirdSound = secondSound
      secondSound = sound
    }
    this.count = count
    return this
  }
}

/** Spreads two numbers into one; order counts. */
function mix(before: number, next: number): number {
  const sum = Math.imul(before, 0x01000193) ^ next
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
}
