/**
 * Where mini-program codes lie: WeChat's round code of rays with three ring marks.
 *
 * Told by its shape: three marks of one size at the corners of a square, and around its middle a
 * wreath of short dark strokes that point to it. In any rotation, dark on light or light on dark,
 * from about 80 pixels across. What the code says cannot be read: its encoding is not published.
 * The similar codes of other platforms, without ring marks, are not found.
 */

import type { Box } from '@fangxing/contract'
import { type Ink, toInk } from '../picture/binarise.ts'
import type { Luma } from '../picture/luma.ts'
import { findRingMarks, type RingMark } from './ring-marks.ts'

/** Local shade is taken over this share of the longer side, at least and at most so many pixels. */
const REACH = { share: 1 / 40, least: 12, most: 40 }
const MARGIN = 12
/** Middle of the code to a mark, in radii of a mark: about 9 in codes of 36, 54 and 72 rays. */
const MARK_DISTANCE = { least: 5.5, most: 13 }
/** From the middle to the tips of the rays, in distances to a mark. */
const OUTER = 1.16
/** The wreath that is free of the logo inside and of the marks outside. */
const WREATH = { from: 0.62, to: 0.86, circles: 9, steps: 360 }
/** About the width of a stroke, in distances to a mark. */
const STROKE = 0.05
/** A circle through the wreath crosses this many strokes or more. */
const LEAST_STROKES = 12
/** A step across the rays changes between dark and light so many times as often as one along them. */
const LEAST_ACROSS_TO_ALONG = 1.5

export function findMiniProgramCodes(luma: Luma): readonly Box[] {
  const reach = Math.round(Math.max(luma.width, luma.height) * REACH.share)
  const bounded = Math.min(REACH.most, Math.max(REACH.least, reach))
  const { dark, light } = toInk(luma, bounded, MARGIN)
  return [dark, light].flatMap((ink) =>
    squaresOf(findRingMarks(ink))
      .filter((square) => hasRays(ink, square))
      .map(toBox),
  )
}

/** The middle of a code, and how far its marks are from it. */
interface Square {
  readonly x: number
  readonly y: number
  readonly reach: number
}

/** Three marks of one size, one at the right angle of two equal legs. */
function squaresOf(marks: readonly RingMark[]): Square[] {
  return marks.flatMap((corner) => {
    const others = marks.filter(
      (mark) => mark !== corner && isAlike(mark.radius, corner.radius, 0.3),
    )
    return others.flatMap((one, at) =>
      others.slice(at + 1).flatMap((other) => {
        const reach = Math.hypot(one.x - other.x, one.y - other.y) / 2
        const inMarks = reach / ((corner.radius + one.radius + other.radius) / 3)
        const legs = [one, other].map((mark) => Math.hypot(mark.x - corner.x, mark.y - corner.y))
        const isSquare = legs.every((leg) => isAlike(leg, reach * Math.SQRT2, 0.07))
        if (!isSquare || inMarks < MARK_DISTANCE.least || inMarks > MARK_DISTANCE.most) return []
        return [{ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, reach }]
      }),
    )
  })
}

function isAlike(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(one, other)
}

/** Counts strokes around circles, and how often a small step along a ray and one across it change tone. */
function hasRays(ink: Ink, { x, y, reach }: Square): boolean {
  const toneAt = (radius: number, angle: number): number => {
    const column = Math.round(x + radius * Math.cos(angle))
    const row = Math.round(y + radius * Math.sin(angle))
    const isInside = column >= 0 && row >= 0 && column < ink.width && row < ink.height
    return isInside ? (ink.data[row * ink.width + column] ?? 0) : 0
  }
  const step = reach * STROKE
  let across = 0
  let along = 0
  const strokes: number[] = []
  for (let circle = 0; circle < WREATH.circles; circle += 1) {
    const share = WREATH.from + ((WREATH.to - WREATH.from) * circle) / (WREATH.circles - 1)
    const radius = reach * share
    let changes = 0
    for (let at = 0; at < WREATH.steps; at += 1) {
      const angle = (2 * Math.PI * at) / WREATH.steps
      const tone = toneAt(radius, angle)
      if (tone !== toneAt(radius, angle + (2 * Math.PI) / WREATH.steps)) changes += 1
      if (tone !== toneAt(radius, angle + step / radius)) across += 1
      if (tone !== toneAt(radius + step, angle)) along += 1
    }
    strokes.push(changes / 2)
  }
  const typical = strokes.toSorted((one, other) => one - other)[Math.floor(strokes.length / 2)] ?? 0
  return typical >= LEAST_STROKES && across >= LEAST_ACROSS_TO_ALONG * along
}

function toBox({ x, y, reach }: Square): Box {
  const radius = reach * OUTER
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}
