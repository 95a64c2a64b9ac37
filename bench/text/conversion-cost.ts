/**
 * What each conversion costs in false hits: how many ordinary messages are hit by a word that needed
 * it, as terms allow it by their length, and if every term of the list allowed it.
 *
 * Safe conversions are allowed for every term, so the two are one.
 */

import {
  CONVERSION_NAMES,
  CONVERSIONS,
  type ConversionName,
  compileLexicon,
  type Lexicon,
} from '@fangxing/text'

export interface ConversionCost {
  readonly conversion: ConversionName
  /** Messages in which some match needed it, of `texts`. */
  readonly byLength: number
  readonly everywhere: number
  readonly texts: number
}

const SAFE = CONVERSION_NAMES.filter((name) => CONVERSIONS[name].safe)

export function measureConversions(
  words: readonly string[],
  texts: readonly string[],
): readonly ConversionCost[] {
  const byLength = countNeeded(compile(words), texts)
  return CONVERSION_NAMES.map((conversion) => {
    const count = byLength.get(conversion) ?? 0
    const everywhere = CONVERSIONS[conversion].safe
      ? count
      : (countNeeded(compile(words, [...SAFE, conversion]), texts).get(conversion) ?? 0)
    return { conversion, byLength: count, everywhere, texts: texts.length }
  })
}

function compile(words: readonly string[], conversions?: readonly ConversionName[]): Lexicon {
  const allowed = conversions === undefined ? {} : { conversions }
  return compileLexicon(
    words.map((text, nth) => ({ id: String(nth), text, label: 20006, level: 'block', ...allowed })),
  )
}

/** For each conversion, in how many texts some match needed it. */
function countNeeded(lexicon: Lexicon, texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const needed = new Set(lexicon.find(text).flatMap(({ conversions }) => conversions))
    for (const name of needed) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
