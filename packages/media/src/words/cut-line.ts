/**
 * The pixels of one line, level and 48 pixels high, as the recogniser wants them.
 *
 * Samples the raster along the turned box, averaging when it shrinks; planes of blue, green, red
 * from -1 to 1. A line that stands upright is laid on its side first. Pure.
 */

import type { Raster } from '../picture/decode.ts'
import type { TurnedBox } from './turned-box.ts'

export const LINE_HEIGHT = 48
/** About 70 Chinese characters; a longer line is squeezed into it. */
export const MAX_LINE_WIDTH = 2400

/** How a line is held before it is read. */
export type Hold = 'as-found' | 'upside-down'

export interface CutLine {
  readonly width: number
  /** Three planes of `width` × `LINE_HEIGHT`. */
  readonly planes: Float32Array
}

/** Standing text is this much higher than wide. */
const STANDING = 1.5

export function cutLine(raster: Raster, box: TurnedBox, hold: Hold): CutLine {
  const laid = box.height >= box.width * STANDING ? layDown(box) : box
  const { width: along, height: across, centre } = laid
  const angle = hold === 'upside-down' ? laid.angle + Math.PI : laid.angle
  const ideal = Math.round((along * LINE_HEIGHT) / across)
  const width = Math.min(MAX_LINE_WIDTH, Math.max(LINE_HEIGHT / 3, ideal))
  const planes = new Float32Array(3 * width * LINE_HEIGHT)
  const step = { x: along / width, y: across / LINE_HEIGHT }
  const taps = Math.min(4, Math.max(1, Math.round(step.y)))
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const sum = [0, 0, 0]
      for (let tap = 0; tap < taps * taps; tap += 1) {
        const offX = ((tap % taps) + 0.5) / taps
        const offY = (Math.floor(tap / taps) + 0.5) / taps
        const u = (column + offX) * step.x - along / 2
        const v = (row + offY) * step.y - across / 2
        addSample(raster, centre.x + u * cos - v * sin, centre.y + u * sin + v * cos, sum)
      }
      const at = row * width + column
      const plane = width * LINE_HEIGHT
      for (const [channel, value] of sum.entries()) {
        planes[(2 - channel) * plane + at] = value / (taps * taps) / 127.5 - 1
      }
    }
  }
  return { width, planes }
}

function layDown(box: TurnedBox): TurnedBox {
  return { ...box, width: box.height, height: box.width, angle: box.angle - Math.PI / 2 }
}

/** Bilinear between pixel centres; beyond the rim the rim goes on. */
function addSample({ width, height, data }: Raster, x: number, y: number, sum: number[]): void {
  const px = Math.min(Math.max(x - 0.5, 0), width - 1)
  const py = Math.min(Math.max(y - 0.5, 0), height - 1)
  const left = Math.floor(px)
  const top = Math.floor(py)
  const fx = px - left
  const fy = py - top
  const here = (top * width + left) * 3
  const right = left + 1 < width ? 3 : 0
  const below = top + 1 < height ? width * 3 : 0
  for (let channel = 0; channel < 3; channel += 1) {
    const at = here + channel
    const above = (data[at] ?? 0) * (1 - fx) + (data[at + right] ?? 0) * fx
    const under = (data[at + below] ?? 0) * (1 - fx) + (data[at + below + right] ?? 0) * fx
    sum[channel] = (sum[channel] ?? 0) + above * (1 - fy) + under * fy
  }
}
