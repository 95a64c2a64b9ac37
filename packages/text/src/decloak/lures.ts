/**
 * The words that people disguise, as they were met in heated talk: what a swap could stand for.
 *
 * A row of the table is a word and four numbers: how much more often heated talk has it than calm
 * talk, how often it has it at all, how much more often hostile than harmless comments have it (each
 * a natural logarithm in twentieths), and 1 when a published lexicon of hate lists it. The most telling
 * word comes first. Looked up by near sounds. Pure.
 */

import { SOUND_CLASS } from '../disguise/sound.ts'

export interface Lure {
  readonly word: string
  readonly heat: number
  readonly count: number
  readonly hostility: number
  readonly isListed: boolean
  /** Of the table, from 0. */
  readonly place: number
}

export interface LureTable {
  /** All words that sound alike or nearly so; `sounds` as `soundsOf` gives them. */
  find(sounds: string): readonly Lure[]
  get(word: string): Lure | undefined
}

export const LONGEST_LURE = 4
const STEPS = 20

/** The near sound of each character, or nothing when one has none. */
export function soundsOf(word: string): string | undefined {
  let sounds = ''
  for (let at = 0; at < word.length; at += 1) {
    const sound = SOUND_CLASS[word.charCodeAt(at)] as number
    if (sound === 0) return undefined
    sounds += String.fromCharCode(sound)
  }
  return sounds
}

export function readLures(rows: string): LureTable {
  const bySound = new Map<string, Lure[]>()
  const byWord = new Map<string, Lure>()
  rows.split('\n').forEach((row, place) => {
    const [word = '', heat = 0, count = 0, hostility = 0, listed = 0] = row
      .split(' ')
      .map((cell, at) => (at === 0 ? cell : Number(cell))) as [string, ...number[]]
    const lure: Lure = {
      word,
      heat: heat / STEPS,
      count: count / STEPS,
      hostility: hostility / STEPS,
      isListed: listed === 1,
      place,
    }
    byWord.set(word, lure)
    const sounds = soundsOf(word)
    if (sounds !== undefined) bySound.set(sounds, [...(bySound.get(sounds) ?? []), lure])
  })
  return { find: (sounds) => bySound.get(sounds) ?? [], get: (word) => byWord.get(word) }
}

/** The inverse, for the trainer. */
export function writeLures(lures: readonly Lure[]): string {
  const step = (value: number) => Math.round(value * STEPS)
  return lures
    .map(({ word, heat, count, hostility, isListed }) =>
      [word, step(heat), step(count), step(hostility), Number(isListed)].join(' '),
    )
    .join('\n')
}
