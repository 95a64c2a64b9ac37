/**
 * Undoes homophone swaps: finds the reading of a text that ordinary language makes likely.
 *
 * Every Han character may stand for another that sounds the same or nearly so; of all readings, the
 * one is taken whose characters follow each other best, each swap paying a price. Common texts come
 * back unchanged. Offsets are those of the original: a swap is one character for one.
 * O(length × candidates × beam), some milliseconds for a comment; at most `MOST_LENGTH` units are
 * read, the rest is left as it is. Pure and total.
 *
 * Source: noisy channel and beam search, as in spelling correction.
 */

import { SOUND_CLASS, SYLLABLE } from '../disguise/sound.ts'
import { type LanguageModel, logLikelihood, toPlain } from './language-model.ts'

export interface Swap {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly meant: string
}

export interface Decloaked {
  readonly text: string
  readonly swaps: readonly Swap[]
}

export interface Decloaker {
  decloak(text: string): Decloaked
}

export interface Prices {
  /** What a swap for a character of the very same sound costs, in natural logarithms. */
  readonly same: number
  /** What a swap for a near sound costs. */
  readonly near: number
  /** How much of the price is waived per logarithm that abuse uses the meant character more. */
  readonly lure: number
  /** What part of the price is left when the character before was swapped too. */
  readonly run: number
}

/** Chosen by hand among a dozen, on every tenth of the measured pairs: see the model card. */
export const SHIPPED_PRICES: Prices = { same: 5, near: 6, lure: 0.8, run: 0.6 }

export const MOST_LENGTH = 500
const BEAM = 12
const CANDIDATES = 24

/** A reading of the text so far. */
interface Path {
  readonly first: number
  readonly second: number
  readonly score: number
  readonly swapped: boolean
  readonly before: Path | undefined
}

export function openDecloaker(model: LanguageModel, prices: Prices = SHIPPED_PRICES): Decloaker {
  const candidates = findCandidates(model)
  return {
    decloak(text) {
      const read = text.slice(0, MOST_LENGTH)
      const units = toPlain(read)
      let paths: Path[] = [{ first: 1, second: 1, score: 0, swapped: false, before: undefined }]
      for (let at = 2; at < units.length; at += 1) {
        const written = units[at] as number
        paths = extend(model, paths, written, candidates.get(SOUND_CLASS[written] ?? 0), prices)
      }
      return toAnswer(text, read, paths[0])
    },
  }
}

function extend(
  model: LanguageModel,
  paths: readonly Path[],
  written: number,
  alike: readonly number[] | undefined,
  prices: Prices,
): Path[] {
  const best = new Map<number, Path>()
  const choices = alike === undefined || written < 0x3400 ? [written] : [written, ...alike]
  for (const path of paths) {
    for (const choice of choices) {
      const swapped = choice !== written
      const price = swapped
        ? priceOf(model, written, choice, prices) * (path.swapped ? prices.run : 1)
        : 0
      const score = path.score + logLikelihood(model, path.first, path.second, choice) - price
      const key = path.second * 65536 + choice
      const known = best.get(key)
      if (known === undefined || known.score < score) {
        best.set(key, { first: path.second, second: choice, score, swapped, before: path })
      }
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, BEAM)
}

function priceOf(model: LanguageModel, written: number, choice: number, prices: Prices): number {
  const price = SYLLABLE[written] === SYLLABLE[choice] ? prices.same : prices.near
  return price - (prices.lure * (model.lures[choice] as number)) / 4
}

/** The most frequent characters of each near sound. */
function findCandidates(model: LanguageModel): Map<number, number[]> {
  const bySound = new Map<number, number[]>()
  for (let unit = 0x4e00; unit <= 0x9fff; unit += 1) {
    const sound = SOUND_CLASS[unit] as number
    if (sound === 0 || (model.singles[unit] as number) < 9) continue
    const units = bySound.get(sound) ?? []
    units.push(unit)
    bySound.set(sound, units)
  }
  for (const [sound, units] of bySound) {
    units.sort((one, other) => (model.singles[other] as number) - (model.singles[one] as number))
    bySound.set(sound, units.slice(0, CANDIDATES))
  }
  return bySound
}

function toAnswer(text: string, read: string, last: Path | undefined): Decloaked {
  const meant: number[] = []
  // The last step is the edge behind the text, the first two the edges before it.
  for (let path = last?.before; path?.before !== undefined; path = path.before) {
    meant.unshift(path.second)
  }
  const characters = [...Array(read.length).keys()].map((at) => read.charAt(at))
  const swaps: Swap[] = []
  characters.forEach((written, at) => {
    const unit = meant[at] as number
    if (unit < 0x3400 || unit === written.charCodeAt(0)) return
    const character = String.fromCharCode(unit)
    swaps.push({ start: at, end: at + 1, written, meant: character })
    characters[at] = character
  })
  return { text: characters.join('') + text.slice(read.length), swaps }
}
