/** Reading the runs of a page: what was looked at, and how something on it is told. */

import type { Box, Finding, PagePlace, PageRun, SeenMotion, Wording } from '@fangxing/contract'
import { say } from '../say.ts'

export const NOT_OPENED = say(
  '页面没有在浏览器里打开过，或没有看到这一项。',
  'The page was not opened in a browser, or this was not looked at.',
)

export function whole({ page, viewport: { width } }: PageRun): PagePlace {
  return { kind: 'page', page, width }
}

export function tellBox(
  { page, viewport: { width } }: PageRun,
  box: Box,
  message: Wording,
  measured: string,
  limit?: string,
): Finding {
  return {
    place: { kind: 'page', page, width, box },
    message,
    measured,
    ...(limit === undefined ? {} : { limit }),
  }
}

/** Everything on the page that moves or flickers in a way that counts, with how often a second. */
export function tellMotions(
  runs: readonly PageRun[],
  counts: (motion: SeenMotion) => boolean,
  limit?: string,
): readonly Finding[] {
  const message = say('这里一直在动。', 'This keeps moving.')
  return runs.flatMap((run) =>
    (run.motions ?? [])
      .filter(counts)
      .map(({ box, frequency }) => tellBox(run, box, message, `${frequency.toFixed(1)} Hz`, limit)),
  )
}

/** `33 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Area that the boxes cover inside a window, overlaps once, in square pixels. */
export function coveredArea(boxes: readonly Box[], window: Box): number {
  const inside = boxes
    .map((box) => intersect(box, window))
    .filter(({ width, height }) => width > 0 && height > 0)
  const edges = [...new Set(inside.flatMap(({ y, height }) => [y, y + height]))].sort(
    (one, other) => one - other,
  )
  return edges.slice(1).reduce((sum, bottom, nth) => {
    const top = edges[nth] ?? bottom
    const row = inside.filter(({ y, height }) => y <= top && y + height >= bottom)
    return sum + (bottom - top) * coveredWidth(row)
  }, 0)
}

function coveredWidth(row: readonly Box[]): number {
  let end = Number.NEGATIVE_INFINITY
  let sum = 0
  for (const { x, width } of row.toSorted((one, other) => one.x - other.x)) {
    sum += Math.max(0, x + width - Math.max(end, x))
    end = Math.max(end, x + width)
  }
  return sum
}

function intersect(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  return {
    x,
    y,
    width: Math.min(one.x + one.width, other.x + other.width) - x,
    height: Math.min(one.y + one.height, other.y + other.height) - y,
  }
}
