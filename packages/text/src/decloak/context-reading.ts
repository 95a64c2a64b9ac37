/**
 * Reads a text as a whole: for each place, how likely its character was swapped, and what could have
 * stood there, by all that stands within some nine characters of it and by what the text is about.
 *
 * Twelve million multiplications for a comment of fifty characters, some milliseconds; what could have
 * stood at a place is only reckoned when it is asked for. Pure and total.
 */

import { SOUND_CLASS, SYLLABLE } from '../disguise/sound.ts'
import type { ContextNetwork, Layer } from './context-network.ts'
import { isHan } from './language-model.ts'

export interface Reading {
  /** By place: that its character was swapped, in log odds. */
  readonly doubts: Float64Array
  /** What could stand at a place if its character was swapped, among all of about its sound. */
  guess(at: number): Guess
}

export interface Guess {
  /** The natural logarithm of how likely it is this character. */
  likelihoodOf(unit: number): number
  /** That of the likeliest. */
  readonly best: number
}

/** After so many mixers each place learns what the whole text is like. */
const MEAN_AFTER = 2
/** A character that was never met, or sounds otherwise. */
const UNLIKELY = -12

export function readPlaces(network: ContextNetwork, text: string): Reading {
  const { width, margin, places } = mixPlaces(network, text)
  const placeAt = (at: number) => places.subarray((at + margin) * width, (at + margin + 1) * width)
  const doubts = Float64Array.from({ length: text.length }, (_, at) => {
    const [doubt = 0] = apply(network.decision, rectify(apply(network.deciders, placeAt(at))))
    return doubt
  })
  const guesses: Guess[] = []
  const guess = (at: number) => {
    guesses[at] ??= guessAt(network, text.charCodeAt(at), apply(network.guess, placeAt(at)))
    return guesses[at]
  }
  return { doubts, guess }
}

/** A row of numbers for each place, and empty rows as a margin on either side. */
function mixPlaces(network: ContextNetwork, text: string) {
  const width = network.first.rows
  const margin = Math.max(...network.mixers.map(({ far }) => far))
  let places = seePlaces(network, text, margin)
  network.mixers.forEach((mixer, nth) => {
    places = mix(mixer, places, text.length, margin)
    if (nth + 1 === MEAN_AFTER) addMean(network.mean, places, text.length, margin)
  })
  return { width, margin, places }
}

function seePlaces(network: ContextNetwork, text: string, margin: number): Float64Array {
  const { letters, sounds, first, numbers } = network
  const places = new Float64Array((text.length + 2 * margin) * first.rows)
  const seen = new Float64Array(first.columns)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const letter = (numbers[unit] as number) * letters.columns
    const sound = (isHan(unit) ? (SYLLABLE[unit] as number) : 0) * sounds.columns
    seen.set(letters.cells.subarray(letter, letter + letters.columns))
    seen.set(sounds.cells.subarray(sound, sound + sounds.columns), letters.columns)
    places.set(rectify(apply(first, seen)), (at + margin) * first.rows)
  }
  return places
}

function mix(
  mixer: ContextNetwork['mixers'][number],
  places: Float64Array,
  length: number,
  margin: number,
): Float64Array {
  const width = mixer.rows
  const mixed = places.slice()
  const seen = new Float64Array(mixer.columns)
  const answer = new Float64Array(width)
  for (let at = margin; at < length + margin; at += 1) {
    for (let side = 0; side < 3; side += 1) {
      const from = (at + (side - 1) * mixer.far) * width
      seen.set(places.subarray(from, from + width), side * width)
    }
    applyInto(mixer, seen, answer)
    for (let nth = 0; nth < width; nth += 1) {
      const more = answer[nth] as number
      if (more > 0) mixed[at * width + nth] = (mixed[at * width + nth] as number) + more
    }
  }
  return mixed
}

function addMean(layer: Layer, places: Float64Array, length: number, margin: number): void {
  const width = layer.rows
  const mean = new Float64Array(width)
  const [from, to] = [margin * width, (length + margin) * width]
  for (let at = from; at < to; at += 1) {
    mean[at % width] = (mean[at % width] as number) + (places[at] as number) / length
  }
  const more = apply(layer, mean)
  for (let at = from; at < to; at += 1) {
    places[at] = (places[at] as number) + (more[at % width] as number)
  }
}

function guessAt(network: ContextNetwork, written: number, meant: Float64Array): Guess {
  const { letters, usual, numbers, alike } = network
  const rows = isHan(written) ? (alike.get(SOUND_CLASS[written] as number) ?? []) : []
  const scores = new Map(
    rows.map((row) => {
      let score = usual[row] as number
      const from = row * letters.columns
      for (let nth = 0; nth < letters.columns; nth += 1) {
        score += (meant[nth] as number) * (letters.cells[from + nth] as number)
      }
      return [row, score] as const
    }),
  )
  const most = Math.max(UNLIKELY, ...scores.values())
  let sum = 0
  for (const score of scores.values()) sum += Math.exp(score - most)
  const whole = most + Math.log(Math.max(sum, Number.MIN_VALUE))
  return {
    likelihoodOf: (unit) =>
      Math.max(UNLIKELY, (scores.get(numbers[unit] as number) ?? -Infinity) - whole),
    best: sum === 0 ? UNLIKELY : most - whole,
  }
}

function apply(layer: Layer, seen: Float64Array): Float64Array {
  const answer = new Float64Array(layer.rows)
  applyInto(layer, seen, answer)
  return answer
}

/** Four rows at once, as what is seen is then fetched a quarter as often. */
function applyInto(
  { rows, columns, cells, bias }: Layer,
  seen: Float64Array,
  answer: Float64Array,
) {
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0]
    const one = row * columns
    const [two, three, four] = [one + columns, one + 2 * columns, one + 3 * columns]
    for (let at = 0; at < columns; at += 1) {
      const value = seen[at] as number
      first += (cells[one + at] as number) * value
      second += (cells[two + at] as number) * value
      third += (cells[three + at] as number) * value
      fourth += (cells[four + at] as number) * value
    }
    answer[row] = first + (bias[row] as number)
    answer[row + 1] = second + (bias[row + 1] as number)
    answer[row + 2] = third + (bias[row + 2] as number)
    answer[row + 3] = fourth + (bias[row + 3] as number)
  }
  for (; row < rows; row += 1) {
    let sum = bias[row] as number
    for (let at = 0; at < columns; at += 1) {
      sum += (cells[row * columns + at] as number) * (seen[at] as number)
    }
    answer[row] = sum
  }
}

function rectify(row: Float64Array): Float64Array {
  for (let at = 0; at < row.length; at += 1) row[at] = Math.max(0, row[at] as number)
  return row
}
