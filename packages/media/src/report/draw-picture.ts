/**
 * A picture with a box around everything that was seen in it, as an SVG.
 *
 * In: what was seen and the picture's address (a path, a URL or a data URL); out: SVG text whose
 * units are pixels of the picture. Codes are red, watermarks orange, tables green, words blue with
 * their text as a tooltip. Pure. Everything that comes from the picture is escaped.
 */

import type { Box, SeenPicture } from '@fangxing/contract'

interface Mark {
  readonly box: Box
  readonly colour: string
  readonly label: string
  /** Words are many: theirs would cover the picture. */
  readonly isLabelled: boolean
}

const COLOURS = { code: '#d4001a', watermark: '#e07b00', table: '#0a8f3c', word: '#1463d6' }
/** A label is this share of the picture's width high, so that it reads at any size. */
const LABEL = 0.026

/** Null when the size of the picture is not known: there is nothing to draw on. */
export function drawPicture(seen: SeenPicture, address: string): string | null {
  if (!seen.format) return null
  const { width, height } = seen.format
  const unit = Math.max(width, height) * LABEL
  const marks = marksOf(seen).map((mark) => drawMark(mark, unit))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escapeMarkup(seen.name)}</title>` +
    `<image href="${escapeMarkup(address)}" width="${width}" height="${height}"/>${marks.join('')}</svg>`
  )
}

function marksOf({ words = [], watermarks = [], codes = [], table }: SeenPicture): readonly Mark[] {
  return [
    ...words.map(({ box, text }) => markAt(box, COLOURS.word, text, false)),
    ...(table ? [markAt(table.box, COLOURS.table, `${table.rows}×${table.columns}`)] : []),
    ...watermarks.map(({ box, text, platform }) =>
      markAt(box, COLOURS.watermark, `水印 ${platform ?? text}`),
    ),
    ...codes.map(({ box, symbology, content }) =>
      markAt(box, COLOURS.code, content === null ? symbology : `${symbology} ${content}`),
    ),
  ]
}

function markAt(box: Box, colour: string, label: string, isLabelled = true): Mark {
  return { box, colour, label, isLabelled }
}

function drawMark({ box, colour, label, isLabelled }: Mark, unit: number): string {
  const { x, y, width, height } = box
  const frame =
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}" ` +
    `fill-opacity="0.08" stroke="${colour}" stroke-width="${unit / 8}"/>`
  const text = isLabelled
    ? `<text x="${x}" y="${Math.max(unit, y - unit / 4)}" font-size="${unit}" fill="${colour}" ` +
      `stroke="#fff" stroke-width="${unit / 6}" paint-order="stroke">${escapeMarkup(short(label))}</text>`
    : ''
  return `<g><title>${escapeMarkup(label)}</title>${frame}${text}</g>`
}

function short(label: string): string {
  return label.length > 40 ? `${label.slice(0, 39)}…` : label
}

export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
