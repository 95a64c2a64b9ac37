/**
 * Words in a picture that stand like a mark of origin.
 *
 * Three signs: a small line in a corner or at the middle of an edge that names a platform or an
 * account; such a line that stands alone, away from other words; the same words three times or more
 * all over the picture. Needs the words that were read; sees no mark that is only a drawing. Pure.
 */

import type { Box, SeenWatermark, SeenWords } from '@fangxing/contract'
import { findPlatform } from './platforms.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Marks lie within this share of the sides; a caption stands further in. */
const MARGIN = 0.16
/** A mark is at most this share of the short side high: what is larger is a headline. */
const MAX_HEIGHT = 0.09
/** Words that neither name a platform nor sign are a mark only when they are smaller and short. */
const MAX_LONE_HEIGHT = 0.045
const MAX_LONE_WIDTH = 0.3
/** `@name`, an address, `来源：…`, `图/…`, `ID: …`: how people sign a picture. */
const SIGNATURE =
  /^[@＠©]|^(来源|图源|出处|摄影|图|文)\s*[:：/|]|id\s*[:：]|号\s*[:：]|(www\.|\.com|\.cn|https?:)/i
/** Times its own height that a lone mark keeps from other words. */
const ALONE = 2
const REPEATS = 3

export function findWatermarks(words: readonly SeenWords[], size: Size): readonly SeenWatermark[] {
  const everywhere = repeatedWords(words)
  return words.flatMap((word): SeenWatermark[] => {
    const { text, box } = word
    const platform = findPlatform(text)
    const mark = { text, box, ...(platform !== undefined && { platform }) }
    if (everywhere.has(plainOf(text))) return [{ ...mark, spot: 'all-over' }]
    const spot = spotOf(box, size)
    if (spot === null || box.height > MAX_HEIGHT * Math.min(size.width, size.height)) return []
    const isSigned = platform !== undefined || SIGNATURE.test(text)
    return isSigned || isLoneMark(word, words, size) ? [{ ...mark, spot }] : []
  })
}

/** Lower case, letters and digits only: readers disagree about spaces and points. */
export function plainOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function repeatedWords(words: readonly SeenWords[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text } of words) {
    const plain = plainOf(text)
    if (plain.length > 1) counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= REPEATS).map(([plain]) => plain))
}

function spotOf(
  box: Box,
  { width, height }: Size,
): Exclude<SeenWatermark['spot'], 'all-over'> | null {
  const isTop = box.y + box.height / 2 < MARGIN * height
  const isBottom = box.y + box.height / 2 > (1 - MARGIN) * height
  if (!isTop && !isBottom) return null
  const across = sideOf(box, width)
  if (across === null) return null
  const edge = isTop ? 'top' : 'bottom'
  return across === 'middle' ? edge : `${edge}-${across}`
}

/** By which end lies near the rim; in the middle when it is centred and short. */
function sideOf(box: Box, width: number): 'left' | 'middle' | 'right' | null {
  const left = box.x
  const right = width - box.x - box.width
  if (box.width > width * 0.6) return null
  if (Math.abs(left - right) < width * 0.1) return 'middle'
  if (left < MARGIN * width) return 'left'
  return right < MARGIN * width ? 'right' : null
}

function isLoneMark(
  word: SeenWords,
  words: readonly SeenWords[],
  { width, height }: Size,
): boolean {
  const { box } = word
  if (box.height > MAX_LONE_HEIGHT * Math.min(width, height)) return false
  if (box.width > MAX_LONE_WIDTH * width) return false
  const reach = ALONE * box.height
  return words.every((other) => other === word || distanceOf(box, other.box) > reach)
}

/** Between the nearest sides; 0 when they overlap. */
function distanceOf(one: Box, other: Box): number {
  const across = Math.max(0, other.x - one.x - one.width, one.x - other.x - other.width)
  const down = Math.max(0, other.y - one.y - one.height, one.y - other.y - other.height)
  return Math.hypot(across, down)
}
