/**
 * Finds subtitles that are part of the picture: words that change while their place stays.
 *
 * Takes the lines read in samples of a clip, by time. A band is a height at which centred lines of
 * words stand in many of the samples; it is subtitles when its words change, and a caption or a
 * watermark when they do not. Returns the words with the time for which they were seen, or null.
 * Pure, O(lines²).
 */

import type { SpokenWords } from '@fangxing/contract'

export interface ReadSample {
  /** Seconds. */
  readonly at: number
  /** Centres and heights as shares of the frame, 0 to 1. */
  readonly lines: readonly ReadLine[]
}

export interface ReadLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly height: number
}

/** Subtitles are centred, and neither small print nor headlines. */
const MAX_OFF_CENTRE = 0.12
const MIN_HEIGHT = 0.015
const MAX_HEIGHT = 0.14
/** Half the height of a band. */
const BAND = 0.03
/** Below this share of the samples it is a caption here and there. */
const MIN_SHARE = 0.4
const MIN_SAMPLES = 3
const MIN_TEXTS = 2

export function findBurntIn(samples: readonly ReadSample[]): readonly SpokenWords[] | null {
  const centred = samples.map(({ at, lines }) => ({ at, lines: lines.filter(isLikeSubtitle) }))
  const heights = centred.flatMap(({ lines }) => lines.map(({ y }) => y))
  const inBand = (y: number) =>
    centred
      .map(({ at, lines }) => ({ at, text: textAt(lines, y) }))
      .filter(({ text }) => text !== '')
  const bands = heights
    .map(inBand)
    .filter((band) => new Set(band.map(({ text }) => text)).size >= MIN_TEXTS)
  const best = bands.reduce(
    (most, band) => (band.length > most.length ? band : most),
    bands[0] ?? [],
  )
  const isOften = best.length >= Math.max(MIN_SAMPLES, samples.length * MIN_SHARE)
  return isOften ? toSpans(best, stepOf(samples)) : null
}

function isLikeSubtitle({ text, x, height }: ReadLine): boolean {
  const isSized = height >= MIN_HEIGHT && height <= MAX_HEIGHT
  return isSized && Math.abs(x - 0.5) <= MAX_OFF_CENTRE && [...text.trim()].length > 1
}

function textAt(lines: readonly ReadLine[], y: number): string {
  return lines
    .filter((line) => Math.abs(line.y - y) <= BAND)
    .map(({ text }) => text.trim())
    .join(' ')
}

function stepOf(samples: readonly ReadSample[]): number {
  const [first, second] = samples
  return first && second ? second.at - first.at : 1
}

/** The same words in samples that follow each other are one subtitle. */
function toSpans(
  band: readonly { at: number; text: string }[],
  step: number,
): readonly SpokenWords[] {
  const spans: SpokenWords[] = []
  for (const { at, text } of band) {
    const last = spans.at(-1)
    const [from, to] = [Math.max(0, at - step / 2), at + step / 2]
    if (last?.text === text && from - last.to < step / 2) spans[spans.length - 1] = { ...last, to }
    else spans.push({ from, to, text })
  }
  return spans
}
