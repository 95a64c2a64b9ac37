/**
 * Writes a comment as someone does who hides its telling words behind homophones.
 *
 * Whether a word is hidden is decided once per text, more often for telling words; nearly all its
 * characters are swapped, each for one of the same sound, now and then of a near one, the common ones
 * more often; the same word is hidden in the same way throughout.
 */

import type { Random } from '../src/classify/seeded-random.ts'
import type { Lure } from '../src/decloak/lures.ts'
import { LONGEST_LURE } from '../src/decloak/lures.ts'
import { SOUND_CLASS, SYLLABLE } from '../src/disguise/sound.ts'

const SWAP_SHARE = 0.88
const NEAR_SHARE = 0.18
const LEAST_COUNT = 3
const HABIT = { word: 0.08, single: 0.02, least: 0.02, most: 0.6 }

type Alike = ReadonlyMap<number, readonly (readonly [string, number])[]>

export interface Habits {
  /** How often each lure is hidden. */
  readonly chances: ReadonlyMap<string, number>
  readonly same: Alike
  readonly near: Alike
}

export function openHabits(lures: readonly Lure[], texts: readonly string[]): Habits {
  const counts = new Map<string, number>()
  for (const text of texts) for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1)
  const chances = lures.map(({ word, heat, hostility, isListed }) => {
    const usual = word.length === 1 ? HABIT.single : HABIT.word
    const chance = usual * Math.exp(heat - 1 + 2 * hostility + Number(isListed))
    return [word, Math.min(HABIT.most, Math.max(HABIT.least, chance))] as const
  })
  return {
    chances: new Map(chances),
    same: groupBy(counts, SYLLABLE),
    near: groupBy(counts, SOUND_CLASS),
  }
}

function groupBy(counts: ReadonlyMap<string, number>, sounds: ArrayLike<number>): Alike {
  const groups = new Map<number, (readonly [string, number])[]>()
  for (const [one, count] of counts) {
    const sound = sounds[one.charCodeAt(0)] ?? 0
    if (sound === 0 || count < LEAST_COUNT) continue
    groups.set(sound, [...(groups.get(sound) ?? []), [one, Math.sqrt(count)]])
  }
  return groups
}

export function disguiseWords(text: string, habits: Habits, random: Random): string {
  const hidden = new Map<string, string>()
  const characters = text.split('')
  const taken = new Uint8Array(text.length)
  for (const [start, word] of findWords(text, habits)) {
    if (taken.subarray(start, start + word.length).some((isTaken) => isTaken === 1)) continue
    const written = hidden.get(word) ?? hide(word, habits, random)
    hidden.set(word, written)
    if (written === word) continue
    taken.fill(1, start, start + word.length)
    for (let at = 0; at < word.length; at += 1) characters[start + at] = written.charAt(at)
  }
  return characters.join('')
}

/** The longest first, so that a word is hidden as a whole. */
function findWords(text: string, { chances }: Habits): readonly (readonly [number, string])[] {
  const found: (readonly [number, string])[] = []
  for (let length = LONGEST_LURE; length > 0; length -= 1) {
    for (let start = 0; start + length <= text.length; start += 1) {
      const word = text.slice(start, start + length)
      if (chances.has(word)) found.push([start, word])
    }
  }
  return found
}

function hide(word: string, habits: Habits, random: Random): string {
  if (!random.chance(habits.chances.get(word) ?? 0)) return word
  const swap = (one: string) =>
    word.length === 1 || random.chance(SWAP_SHARE) ? swapSound(one, habits, random) : one
  return [...word].map(swap).join('')
}

function swapSound(one: string, { same, near }: Habits, random: Random): string {
  const code = one.charCodeAt(0)
  const group = random.chance(NEAR_SHARE)
    ? near.get(SOUND_CLASS[code] ?? 0)
    : same.get(SYLLABLE[code] ?? 0)
  const others = (group ?? []).filter(([other]) => other !== one)
  let left = random.next() * others.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [other, weight] of others) {
    left -= weight
    if (left <= 0) return other
  }
  return one
}
