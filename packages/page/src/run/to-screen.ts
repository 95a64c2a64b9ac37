/// <reference lib="dom" />
/**
 * From the pixels of a page to those of the screen on which it is looked at.
 *
 * They are the same for a page that is made for phones. Any other one is laid out wider than the
 * screen and shown smaller, so that it fits: what is measured in it is smaller on the screen too.
 * Every box, height and font size that leaves this package is in pixels of the screen.
 */

import type { MeasuredLayout, Rectangle } from '../scripts/layout/layout-facts.ts'
import type { OpenRun } from './open-run.ts'

/** Pixels of the screen for one of the page: 1, or less where the page is shown smaller. */
export async function readScale({ page }: Pick<OpenRun, 'page'>): Promise<number> {
  const scale = await page.evaluate(() => visualViewport?.scale)
  return scale === undefined || !(scale > 0) ? 1 : scale
}

export function toScreen<Shape extends Rectangle>(shape: Shape, scale: number): Shape {
  if (scale === 1) return shape
  const { x, y, width, height } = shape
  return {
    ...shape,
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  }
}

export function toScreenLayout(layout: MeasuredLayout, scale: number): MeasuredLayout {
  if (scale === 1) return layout
  const placed = <Part extends { readonly box: Rectangle }>(part: Part): Part => ({
    ...part,
    box: toScreen(part.box, scale),
  })
  const { title } = layout
  return {
    title: title === null ? null : { ...placed(title), fontSize: title.fontSize * scale },
    height: layout.height * scale,
    contentEnd: layout.contentEnd * scale,
    blocks: layout.blocks.map(placed),
    cards: layout.cards.map(placed),
    pictures: layout.pictures.map(placed),
    players: layout.players.map(placed),
    links: layout.links.map(placed),
  }
}
