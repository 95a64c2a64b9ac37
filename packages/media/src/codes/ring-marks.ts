/**
 * Ring marks: a dark ring, a light gap and a dark dot, as in three corners of a mini-program code.
 *
 * Rows are searched for the five runs of a cut through the middle; what agrees downwards and in
 * every direction around the dot is a mark. O(pixels).
 */

import type { Ink } from '../picture/binarise.ts'

export interface RingMark {
  readonly x: number
  readonly y: number
  /** To the outside of the ring, in pixels. */
  readonly radius: number
}

/** Ring : gap : dot of a cut through the middle is about 6 : 11 : 8. Small codes lose a pixel here and there. */
const GAP_TO_RING = { least: 0.9, most: 3.6 }
const DOT_TO_GAP = { least: 0.3, most: 1.5 }
const LEAST_RADIUS = 4
const DIRECTIONS = 24
/** More marks than this are a pattern of rings or mere noise, and no codes are told from it. */
const MOST_MARKS = 60
/** Directions that may disagree, because a ray of the code touches or noise does. */
const MOST_STRAY = 4

/** None at all when there are too many to mean anything. */
export function findRingMarks(ink: Ink): readonly RingMark[] {
  const marks: RingMark[] = []
  for (let y = 0; y < ink.height; y += 1) {
    for (const cut of cutsOfRow(ink, y)) {
      const isKnown = marks.some((mark) => Math.hypot(mark.x - cut.x, mark.y - y) < mark.radius)
      if (isKnown) continue
      const mark = confirm(ink, cut, y)
      if (mark) marks.push(mark)
      if (marks.length > MOST_MARKS) return []
    }
  }
  return marks
}

interface Cut {
  /** Of the middle of the dot. */
  readonly x: number
  readonly ring: number
  readonly gap: number
  readonly dot: number
}

/** Every five runs of a row, ink first, that could be a cut through a mark. */
function* cutsOfRow({ width, data }: Ink, y: number): Iterable<Cut> {
  const row = y * width
  let [ringLeft, gapLeft, dot, gapRight] = [0, 0, 0, 0]
  let start = 0
  for (let x = 1; x <= width; x += 1) {
    const tone = data[row + x - 1]
    if (x < width && data[row + x] === tone) continue
    const run = x - start
    start = x
    if (tone === 1 && isCut(ringLeft, gapLeft, dot, gapRight, run)) {
      const [ring, gap] = [(ringLeft + run) / 2, (gapLeft + gapRight) / 2]
      yield { x: x - run - gapRight - dot / 2 - 0.5, ring, gap, dot }
    }
    ringLeft = gapLeft
    gapLeft = dot
    dot = gapRight
    gapRight = run
  }
}

/** Both sides alike, and in proportion. */
function isCut(
  ringLeft: number,
  gapLeft: number,
  dot: number,
  gapRight: number,
  ringRight: number,
): boolean {
  const ring = (ringLeft + ringRight) / 2
  const gap = (gapLeft + gapRight) / 2
  return (
    hasShape(ring, gap, dot) &&
    Math.abs(ringLeft - ringRight) <= 1 + ring * 0.5 &&
    Math.abs(gapLeft - gapRight) <= 1 + gap * 0.35
  )
}

function hasShape(ring: number, gap: number, dot: number): boolean {
  if (ring + gap + dot / 2 < LEAST_RADIUS) return false
  const gapToRing = gap / ring
  const dotToGap = dot / gap
  return (
    gapToRing >= GAP_TO_RING.least &&
    gapToRing <= GAP_TO_RING.most &&
    dotToGap >= DOT_TO_GAP.least &&
    dotToGap <= DOT_TO_GAP.most
  )
}

/** Moves to the middle of the dot, then asks every direction. */
function confirm(ink: Ink, cut: Cut, y: number): RingMark | null {
  const x = Math.round(cut.x)
  let top = y
  while (top > 0 && isDarkAt(ink, x, top - 1) && y - top <= cut.dot) top -= 1
  let bottom = y
  while (bottom < ink.height - 1 && isDarkAt(ink, x, bottom + 1) && bottom - y <= cut.dot)
    bottom += 1
  if (bottom - top + 1 > cut.dot * 1.6 + 1) return null
  const middle = (top + bottom) / 2
  const inGap = cut.dot / 2 + cut.gap / 2
  const inRing = cut.dot / 2 + cut.gap + cut.ring / 2
  let stray = 0
  for (let at = 0; at < DIRECTIONS; at += 1) {
    const angle = (2 * Math.PI * at) / DIRECTIONS
    const isLight = !isDarkOnRay(ink, cut.x, middle, angle, inGap, 0)
    const isRing = isDarkOnRay(ink, cut.x, middle, angle, inRing, Math.max(1, cut.ring / 2))
    if (!isLight || !isRing) stray += 1
    if (stray > MOST_STRAY) return null
  }
  return { x: cut.x, y: middle, radius: inRing + cut.ring / 2 }
}

/** Dark somewhere within `slack` of a distance from the middle. */
function isDarkOnRay(
  ink: Ink,
  x: number,
  y: number,
  angle: number,
  distance: number,
  slack: number,
): boolean {
  for (const off of [0, -slack, slack]) {
    const far = distance + off
    if (
      isDarkAt(ink, Math.round(x + far * Math.cos(angle)), Math.round(y + far * Math.sin(angle)))
    ) {
      return true
    }
  }
  return false
}

function isDarkAt({ width, height, data }: Ink, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 1
}
