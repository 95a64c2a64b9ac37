/**
 * Rectangles that may be turned, and the smallest one around a set of points.
 *
 * Pure. Angles are in radians, clockwise as seen on a screen, between -π/4 and π/4 after
 * `smallestRectangle`: a line of words that runs nearly level keeps its direction.
 *
 * Source: Andrew's monotone chain, 1979; one side of the smallest rectangle lies on a side of the
 * hull (Freeman and Shapira, 1975).
 */

import type { Box } from '@fangxing/contract'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface TurnedBox {
  readonly centre: Point
  /** Along the angle. */
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** The convex hull in order, without points on its sides. O(n log n). */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((one, other) => one.x - other.x || one.y - other.y)
  const lower = chainOf(sorted)
  const upper = chainOf(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chainOf(points: readonly Point[]): Point[] {
  const chain: Point[] = []
  for (const point of points) {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop()
    chain.push(point)
  }
  return chain
}

function turn(from: Point | undefined, over: Point | undefined, to: Point): number {
  if (!from || !over) return 0
  return (over.x - from.x) * (to.y - from.y) - (over.y - from.y) * (to.x - from.x)
}

export function smallestRectangle(hull: readonly Point[]): TurnedBox {
  let best: TurnedBox | undefined
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from
    const box = rectangleAt(hull, Math.atan2(to.y - from.y, to.x - from.x))
    if (!best || box.width * box.height < best.width * best.height) best = box
  }
  return levelled(best ?? { centre: { x: 0, y: 0 }, width: 0, height: 0, angle: 0 })
}

/** The rectangle around the points with its sides along and across `angle`. */
function rectangleAt(points: readonly Point[], angle: number): TurnedBox {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    const along = x * cos + y * sin
    const across = y * cos - x * sin
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const along = (left + right) / 2
  const across = (top + bottom) / 2
  const centre = { x: along * cos - across * sin, y: along * sin + across * cos }
  return { centre, width: right - left, height: bottom - top, angle }
}

/** The same rectangle, described with an angle between -π/4 and π/4. */
function levelled(box: TurnedBox): TurnedBox {
  const quarters = Math.round(box.angle / (Math.PI / 2))
  const angle = box.angle - quarters * (Math.PI / 2)
  if (quarters % 2 === 0) return { ...box, angle }
  return { centre: box.centre, width: box.height, height: box.width, angle }
}

/** The upright box around it, in whole pixels, within `width` × `height`, after dividing by `scale`. */
export function uprightBox(
  { centre, width, height, angle }: TurnedBox,
  scale: number,
  within: { readonly width: number; readonly height: number },
): Box {
  const across = (width * Math.abs(Math.cos(angle)) + height * Math.abs(Math.sin(angle))) / 2
  const down = (width * Math.abs(Math.sin(angle)) + height * Math.abs(Math.cos(angle))) / 2
  const x = clamp(Math.floor((centre.x - across) / scale), within.width - 1)
  const y = clamp(Math.floor((centre.y - down) / scale), within.height - 1)
  const right = clamp(Math.ceil((centre.x + across) / scale), within.width)
  const bottom = clamp(Math.ceil((centre.y + down) / scale), within.height)
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(most, 0))
}
