/**
 * With which quality a JPEG was last saved, 1 to 100, by its table for brightness; null for no JPEG.
 *
 * The scale is that of the Independent JPEG Group, which most programs follow; for tables of another
 * make it is the nearest. It says nothing of earlier saves: for these there is the blockiness.
 *
 * Source: ITU T.81, annex B.2.4.1 and table K.1.
 */

/** Table K.1 in zigzag order, as the file keeps it. */
const STANDARD = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
  29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
  95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
] as const

const START_OF_SCAN = 0xda
const QUANTISATION_TABLES = 0xdb

export function measureJpegQuality(bytes: Uint8Array): number | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (marker === START_OF_SCAN || length < 2) return null
    const table = marker === QUANTISATION_TABLES ? firstTable(bytes, at + 4, at + 2 + length) : null
    if (table) return qualityOf(table)
    at += 2 + length
  }
  return null
}

/** The table with number 0, which is the one for brightness. */
function firstTable(bytes: Uint8Array, from: number, end: number): number[] | null {
  for (let at = from; at < end; ) {
    const isWide = (bytes[at] ?? 0) >> 4 !== 0
    const number = (bytes[at] ?? 0) & 15
    const size = isWide ? 2 : 1
    const values = STANDARD.map((_, index) => {
      const place = at + 1 + index * size
      return isWide ? ((bytes[place] ?? 0) << 8) | (bytes[place + 1] ?? 0) : (bytes[place] ?? 0)
    })
    if (number === 0) return values
    at += 1 + STANDARD.length * size
  }
  return null
}

/** Values at either end were cut off there and say nothing of the scale. */
function qualityOf(table: readonly number[]): number {
  const shares = table.flatMap((value, index) =>
    value > 1 && value < 255 ? [(100 * value) / (STANDARD[index] ?? 1)] : [],
  )
  if (shares.length === 0) return table.every((value) => value <= 1) ? 100 : 1
  const percent = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const quality = percent <= 100 ? (200 - percent) / 2 : 5000 / percent
  return Math.max(1, Math.min(100, Math.round(quality)))
}
