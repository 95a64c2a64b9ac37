/**
 * The shape of a title: its length as platforms count it, runs of marks, and piled phrases.
 *
 * A title is read as it stands; places are UTF-16 units of it. O(length).
 */

export interface TitleLength {
  /** Every character and space counts one; an emoji of several code points is one. */
  readonly characters: number
  /** Halves of a wide character: a Chinese character counts two, a Latin letter one. */
  readonly halves: number
}

export interface MarkRun {
  readonly mark: 'exclamation' | 'question' | 'both' | 'ellipsis' | 'other'
  readonly count: number
  readonly start: number
  readonly end: number
}

/** A title that is cut into pieces: 特价 包邮 厂家直销 正品. */
export interface PhrasePile {
  /** How many pieces lie between spaces, bars, commas and the like. */
  readonly pieces: number
  /** The longest piece, in characters. */
  readonly longest: number
  /** How many of them have no more than `SHORT_PIECE` characters. */
  readonly short: number
}

export type TitleEnding =
  | 'complete'
  | 'connective'
  | 'openQuote'
  | 'ellipsis'
  | 'fullStop'
  | 'comma'

export const SHORT_PIECE = 6

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** East Asian wide and full-width characters, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
/** Written full width in Chinese, though Unicode leaves their width open. */
const WIDE_IN_CHINESE = /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]/u

export function measureTitle(title: string): TitleLength {
  let characters = 0
  let halves = 0
  for (const { segment } of segmenter.segment(title)) {
    characters += 1
    halves += WIDE.test(segment) || WIDE_IN_CHINESE.test(segment) ? 2 : 1
  }
  return { characters, halves }
}

const RUN = /[!！?？]{2,}|[.．。…·]{2,}|[~～]{2,}|([,，、;；:：*★☆#＃@|｜_＿=＝+＋])\1+/gu

/** Two marks in a row or more; a single ellipsis sign is as long as its dots. */
export function findMarkRuns(text: string): readonly MarkRun[] {
  return [...text.matchAll(RUN)].map(({ index, 0: run }) => ({
    mark: toMark(run),
    count: [...run].length,
    start: index,
    end: index + run.length,
  }))
}

function toMark(run: string): MarkRun['mark'] {
  if (/^[!！]+$/u.test(run)) return 'exclamation'
  if (/^[?？]+$/u.test(run)) return 'question'
  if (/^[!！?？]+$/u.test(run)) return 'both'
  return /^[.．。…·]+$/u.test(run) ? 'ellipsis' : 'other'
}

const PIECE_BREAK = /[\s,，、|｜/／+＋·・—_＿【】[\]（）()]+/u

export function measurePile(title: string): PhrasePile {
  const lengths = title
    .split(PIECE_BREAK)
    .filter((piece) => piece !== '')
    .map((piece) => measureTitle(piece).characters)
  return {
    pieces: lengths.length,
    longest: lengths.reduce((most, length) => Math.max(most, length), 0),
    short: lengths.filter((length) => length <= SHORT_PIECE).length,
  }
}

const MAX_ENDING = 120

const ENDINGS: readonly (readonly [TitleEnding, RegExp])[] = [
  ['ellipsis', /(?:…+|\.{2,}|。{2,})$/u],
  ['fullStop', /[。．.]$/u],
  ['comma', /[,，、;；:：—-]$/u],
  ['openQuote', /[“‘「『《【（([][^”’」』》】）)\]]*$/u],
  ['connective', /(?:和|与|以及|或者|并且|而且|但是|因为|所以|如果|虽然|关于|对于|通过|为了)$/u],
]

export function findEnding(title: string): TitleEnding {
  // Patterns that look back from the end are given no more than a title's worth to look at.
  const trimmed = title.trim().slice(-MAX_ENDING)
  return ENDINGS.find(([, sign]) => sign.test(trimmed))?.[0] ?? 'complete'
}
