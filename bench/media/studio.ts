/**
 * Pictures of many kinds, drawn by rule: photographs in spirit, drawings, pages, products, screens.
 *
 * The same number draws the same picture everywhere. `shoot` gives it what a camera gives: a little
 * softness, sensor noise, JPEG. Shapes have edges, textures have no end of detail, so that damage
 * has something to show on.
 */

import sharp, { type Sharp } from 'sharp'

export const SUBJECTS = ['landscape', 'portrait', 'page', 'product', 'drawing', 'screen'] as const
export type Subject = (typeof SUBJECTS)[number]

export interface Sheet {
  readonly width: number
  readonly height: number
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A drawing without a camera: exact edges, no noise. */
export function draw(subject: Subject, seed: number, sheet: Sheet): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 1000 ${(1000 * sheet.height) / sheet.width}">${DRAWERS[subject](seeded(seed))}</svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' })
}

/** JPEG of quality 90 with the softness and noise of a good camera; pages and screens are exact PNG. */
export async function shoot(subject: Subject, seed: number, sheet: Sheet): Promise<Buffer> {
  if (subject === 'page' || subject === 'screen')
    return await draw(subject, seed, sheet).png().toBuffer()
  const soft = draw(subject, seed, sheet).blur(0.5)
  const pixels = await addNoise(soft, seed, 1.5)
  return await pixels.jpeg({ quality: 90 }).toBuffer()
}

/** Adds normal noise of so many levels to each channel. */
export async function addNoise(picture: Sharp, seed: number, sigma: number): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const random = seeded(seed + 7_777)
  for (let at = 0; at < data.length; at += 1) {
    const normal = random() + random() + random() + random() - 2
    data[at] = Math.max(0, Math.min(255, Math.round((data[at] ?? 0) + normal * 1.73 * sigma)))
  }
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } })
}

type Random = () => number

const DRAWERS: Readonly<Record<Subject, (random: Random) => string>> = {
  landscape: (random) =>
    `${texture('sky', random, 0.006, 3)}${slope(random, 200, 60)}<rect width="1000" height="1000" filter="url(#sky)" opacity="0.4"/>` +
    times(4, (at) => ridge(random, 330 + at * 110, at)) +
    `${texture('grass', random, 0.25, 4)}<g filter="url(#grass)" opacity="0.35"><rect y="600" width="1000" height="400"/></g>` +
    times(40, () => tree(random)),
  portrait: (random) =>
    `${slope(random, 150, 90)}<g filter="blur(14px)">${times(14, () => disc(random, 60, 160))}</g>` +
    `${texture('skin', random, 0.5, 3)}<ellipse cx="500" cy="400" rx="190" ry="250" fill="${shade(random, 30, 60)}"/>` +
    `<ellipse cx="500" cy="400" rx="190" ry="250" filter="url(#skin)" opacity="0.15"/>` +
    times(90, () => hair(random)) +
    `<circle cx="430" cy="370" r="16" fill="#211"/><circle cx="570" cy="370" r="16" fill="#211"/><circle cx="435" cy="365" r="4" fill="#fff"/>`,
  page: (random) =>
    `<rect width="1000" height="2000" fill="#fff"/>${times(22, (row) => times(36, (at) => glyph(random, 60 + at * 25, 60 + row * 42)))}`,
  product: (random) =>
    `<rect width="1000" height="2000" fill="#f4f4f2"/>${texture('cloth', random, 0.9, 2)}` +
    `<path d="M300 200h400l60 480h-520z" fill="${shade(random, 60, 50)}"/><path d="M300 200h400l60 480h-520z" filter="url(#cloth)" opacity="0.25"/>` +
    times(
      9,
      (at) =>
        `<rect x="330" y="${230 + at * 48}" width="${150 + random() * 200}" height="${8 + random() * 18}" fill="${shade(random, 70, 50)}"/>`,
    ) +
    times(18, (at) => glyph(random, 330 + (at % 9) * 26, 660 + Math.floor(at / 9) * 30)),
  drawing: (random) =>
    `<rect width="1000" height="2000" fill="#fffdf5"/>${times(60, () => stroke(random))}${times(8, () => disc(random, 20, 70))}`,
  screen: (random) =>
    `<rect width="1000" height="2000" fill="#f2f3f5"/><rect width="1000" height="70" fill="#07c160"/>` +
    times(
      6,
      (at) =>
        `<rect x="30" y="${100 + at * 110}" width="940" height="96" rx="12" fill="#fff"/><rect x="50" y="${116 + at * 110}" width="64" height="64" rx="8" fill="${shade(random, 70, 50)}"/>${times(20, (n) => glyph(random, 140 + n * 24, 130 + at * 110))}`,
    ),
}

function times(count: number, one: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => one(at)).join('')
}

function shade(random: Random, saturation: number, lightness: number): string {
  return `hsl(${Math.floor(random() * 360)} ${saturation}% ${Math.round(lightness * (0.6 + 0.8 * random()))}%)`
}

function texture(id: string, random: Random, frequency: number, octaves: number): string {
  const seed = Math.floor(random() * 1000)
  return `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed}"/><feComposite operator="in" in2="SourceGraphic"/></filter>`
}

function slope(random: Random, hue: number, spread: number): string {
  const [one, other] = [hue + random() * spread, hue + random() * spread]
  return `<linearGradient id="slope" x2="0.3" y2="1"><stop stop-color="hsl(${one} 60% 75%)"/><stop offset="1" stop-color="hsl(${other} 40% 40%)"/></linearGradient><rect width="1000" height="2000" fill="url(#slope)"/>`
}

function ridge(random: Random, height: number, at: number): string {
  const points = Array.from({ length: 26 }, (_, x) => `${x * 40} ${height - random() * 90}`)
  return `<path d="M0 2000L${points.join('L')}L1000 2000z" fill="hsl(${130 + random() * 60} ${25 + at * 8}% ${55 - at * 11}%)"/>`
}

function tree(random: Random): string {
  const [x, y, size] = [random() * 1000, 560 + random() * 380, 20 + random() * 60]
  return `<path d="M${x} ${y}l${size / 3} ${size}h${-size / 1.5}z" fill="hsl(${90 + random() * 50} 45% ${15 + random() * 25}%)"/>`
}

function disc(random: Random, least: number, most: number): string {
  const radius = least + random() * (most - least)
  return `<circle cx="${random() * 1000}" cy="${random() * 750}" r="${radius}" fill="${shade(random, 50, 55)}"/>`
}

function hair(random: Random): string {
  const x = 320 + random() * 360
  return `<path d="M${x} ${160 + random() * 60}q${random() * 80 - 40} ${120 + random() * 120} ${random() * 60 - 30} ${240 + random() * 220}" fill="none" stroke="hsl(25 40% ${8 + random() * 22}%)" stroke-width="${1 + random() * 3}"/>`
}

function stroke(random: Random): string {
  const bend = () => `${random() * 1000} ${random() * 750}`
  return `<path d="M${bend()}Q${bend()} ${bend()}" fill="none" stroke="${shade(random, 40, 25)}" stroke-width="${1 + random() * 5}"/>`
}

/** Five strokes in a square of twenty: as busy as a Chinese character, and no font is needed. */
function glyph(random: Random, x: number, y: number): string {
  const path = times(5, () =>
    random() < 0.5
      ? `M${x + random() * 6} ${y + random() * 20}h${8 + random() * 8}`
      : `M${x + random() * 18} ${y + random() * 6}v${8 + random() * 8}`,
  )
  return `<path d="${path}" stroke="#222" stroke-width="2" fill="none"/>`
}
