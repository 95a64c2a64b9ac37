/** The most frequent colour of a screen, at four bits a channel. */

import { lumaAt, type RawScreen } from './raw-screen.ts'

export interface DominantColour {
  /** Share of the pixels, 0 to 1. */
  readonly share: number
  /** 0 to 255. */
  readonly luma: number
  /** Twelve bits. */
  readonly key: number
}

export function findDominantColour(screen: RawScreen): DominantColour {
  const counts = new Uint32Array(4096)
  const pixels = screen.width * screen.height
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const key = keyAt(screen, pixel)
    counts[key] = (counts[key] ?? 0) + 1
  }
  let key = 0
  for (let one = 1; one < counts.length; one += 1) {
    if ((counts[one] ?? 0) > (counts[key] ?? 0)) key = one
  }
  const first = firstOf(screen, key)
  return { share: pixels === 0 ? 1 : (counts[key] ?? 0) / pixels, luma: lumaAt(screen, first), key }
}

export function keyAt({ data }: RawScreen, pixel: number): number {
  const at = pixel * 3
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
  return ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
}

function firstOf(screen: RawScreen, key: number): number {
  const pixels = screen.width * screen.height
  for (let pixel = 0; pixel < pixels; pixel += 1) if (keyAt(screen, pixel) === key) return pixel
  return 0
}
