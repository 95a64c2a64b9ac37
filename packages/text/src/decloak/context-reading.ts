/**
 * Reads a text as a whole: for each place, how likely its character was swapped, and what could
 * have stood there, by all that stands within some nine characters of it and by what the text is
 * about.
 *
 * Twelve million multiplications for a comment of fifty characters, some three milliseconds; what
 * could have stood at a place is only reckoned when it is asked for. Pure and total.
 */

import { SOUND_CLASS, SYLLABLE } from '../disguise/sound.ts'
import type { ContextNetwork, Layer } from './context-network.ts'
import { isHan } from './language-model.ts'
import { type ApplyLayer, openLayers } from './layers.ts'

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

interface OpenNetwork extends ContextNetwork {
  readonly apply: ApplyLayer
}

/** Holds some 2 MB more, where the layers are applied. */
export function openContextReader(network: ContextNetwork): (text: string) => Reading {
  const { first, mixers, mean, deciders, guess } = network
  const open = { ...network, apply: openLayers([first, ...mixers, mean, deciders, guess]) }
  return (text) => readPlaces(open, text)
}

function readPlaces(network: OpenNetwork, text: string): Reading {
  const { width, margin, places } = mixPlaces(network, text)
  const placeAt = (at: number) => places.subarray((at + margin) * width, (at + margin + 1) * width)
  const doubts = Float64Array.from({ length: text.length }, (_, at) => {
    const deciders = rectify(answerOf(network, network.deciders, placeAt(at)))
    return answerOf(network, network.decision, deciders)[0] as number
  })
  const guesses: Guess[] = []
  const guess = (at: number) => {
    guesses[at] ??= guessAt(
      network,
      text.charCodeAt(at),
      answerOf(network, network.guess, placeAt(at)),
    )
    return guesses[at]
  }
  return { doubts, guess }
}

/** A row of numbers for each place, and empty rows as a margin on either side. */
function mixPlaces(network: OpenNetwork, text: string) {
  const width = network.first.rows
  const margin = Math.max(...network.mixers.map(({ far }) => far))
  let places = seePlaces(network, text, margin)
  network.mixers.forEach((mixer, nth) => {
    places = mix(network, mixer, places, text.length, margin)
    if (nth + 1 === MEAN_AFTER) addMean(network, places, text.length, margin)
  })
  return { width, margin, places }
}

function seePlaces(network: OpenNetwork, text: string, margin: number): Float64Array {
  const { letters, sounds, first, numbers } = network
  const places = new Float64Array((text.length + 2 * margin) * first.rows)
  const seen = new Float64Array(first.columns)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const letter = (numbers[unit] as number) * letters.columns
    const sound = (isHan(unit) ? (SYLLABLE[unit] as number) : 0) * sounds.columns
    seen.set(letters.cells.subarray(letter, letter + letters.columns))
    seen.set(sounds.cells.subarray(sound, sound + sounds.columns), letters.columns)
    places.set(rectify(answerOf(network, first, seen)), (at + margin) * first.rows)
  }
  return places
}

function mix(
  { apply }: OpenNetwork,
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
    apply(mixer, seen, answer)
    for (let nth = 0; nth < width; nth += 1) {
      const more = answer[nth] as number
      if (more > 0) mixed[at * width + nth] = (mixed[at * width + nth] as number) + more
    }
  }
  return mixed
}

function addMean(network: OpenNetwork, places: Float64Array, length: number, margin: number): void {
  const width = network.mean.rows
  const mean = new Float64Array(width)
  const [from, to] = [margin * width, (length + margin) * width]
  for (let at = from; at < to; at += 1) {
    mean[at % width] = (mean[at % width] as number) + (places[at] as number) / length
  }
  const more = answerOf(network, network.mean, mean)
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

function answerOf({ apply }: OpenNetwork, layer: Layer, seen: Float64Array): Float64Array {
  const answer = new Float64Array(layer.rows)
  apply(layer, seen, answer)
  return answer
}

function rectify(row: Float64Array): Float64Array {
  for (let at = 0; at < row.length; at += 1) row[at] = Math.max(0, row[at] as number)
  return row
}
