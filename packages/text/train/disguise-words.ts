/**
 * Writes a comment as someone does who hides its telling words behind homophones.
 *
 * Whether a word is hidden is decided once per text, more often for words that only heated talk has; most
 * of its characters are swapped, each for one of the same or a near sound, the common ones more often; the
 * same word is hidden in the same way throughout. Who hides none may still hide the most telling one.
 */

import type { Random } from '../src/classify/seeded-random.ts'
import type { Lure } from '../src/decloak/lures.ts'
import { LONGEST_LURE } from '../src/decloak/lures.ts'
import { SOUND_CLASS, SYLLABLE } from '../src/disguise/sound.ts'

const SWAP_SHARE = 0.86
/** Near sounds hold the same one too, so that one swap in five is of another. */
const NEAR_SHARE = 0.75
const LEAST_COUNT = 3
/** Between all characters alike and each as often as it is written. */
const COMMONER = 0.65
/** How often a telling word is hidden; by heat, in log odds, with half of them at `middle`. */
const HABIT = { most: 0.6, slope: 1.1, middle: 4.2, leastHostility: 1.5, hostile: 1.5 }
/** Long words tell more, single characters hardly anything: log odds by length. */
const BY_LENGTH = [-2.5, 0, 1.5, 2.5]
const AT_LEAST_ONE = 0.6

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
  return {
    chances: new Map(lures.map((lure) => [lure.word, chanceOf(lure)])),
    same: groupBy(counts, SYLLABLE),
    near: groupBy(counts, SOUND_CLASS),
  }
}

function chanceOf({ word, heat, hostility }: Lure): number {
  const isOneSided = Math.abs(hostility) > HABIT.leastHostility
  const odds = HABIT.slope * (heat - HABIT.middle) + (BY_LENGTH[word.length - 1] ?? 0)
  return HABIT.most / (1 + Math.exp(-odds - (isOneSided ? HABIT.hostile : 0)))
}

function groupBy(counts: ReadonlyMap<string, number>, sounds: ArrayLike<number>): Alike {
  const groups = new Map<number, (readonly [string, number])[]>()
  for (const [one, count] of counts) {
    const sound = sounds[one.charCodeAt(0)] ?? 0
    if (sound === 0 || count < LEAST_COUNT) continue
    groups.set(sound, [...(groups.get(sound) ?? []), [one, count ** COMMONER]])
  }
  return groups
}

export function disguiseWords(text: string, habits: Habits, random: Random): string {
  const words = findWords(text, habits)
  const hidden = chooseHidden([...new Set(words.map(([, word]) => word))], habits, random)
  const characters = text.split('')
  for (const [start, word] of words) {
    const written = hidden.get(word) ?? word
    for (let at = 0; at < word.length; at += 1) characters[start + at] = written.charAt(at)
  }
  return characters.join('')
}

/** The longest first, so that a word is hidden as a whole, and no part of one that is not. */
function findWords(text: string, { chances }: Habits): readonly (readonly [number, string])[] {
  const found: (readonly [number, string])[] = []
  const taken = new Uint8Array(text.length)
  for (let length = LONGEST_LURE; length > 0; length -= 1) {
    for (let start = 0; start + length <= text.length; start += 1) {
      const word = text.slice(start, start + length)
      if (!chances.has(word) || taken.subarray(start, start + length).includes(1)) continue
      taken.fill(1, start, start + length)
      found.push([start, word])
    }
  }
  return found
}

/** Words, and what is written for them. */
function chooseHidden(words: readonly string[], habits: Habits, random: Random) {
  const chanceFor = (word: string) => habits.chances.get(word) ?? 0
  const chosen = words.filter((word) => random.chance(chanceFor(word)))
  const [first] = [...words].sort((one, other) => chanceFor(other) - chanceFor(one))
  if (chosen.length === 0 && first !== undefined && random.chance(AT_LEAST_ONE)) chosen.push(first)
  return new Map(chosen.map((word) => [word, hide(word, habits, random)]))
}

function hide(word: string, habits: Habits, random: Random): string {
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
