/**
 * Moving scenes that the suite draws itself: what a clean video may look like, from leaves to slides.
 *
 * Each is a still picture that a camera moves over, or one of ffmpeg's own sources; the same in
 * every run. Stills are drawn as SVG and written as PNG into the folder that is given. None of them
 * is a photograph: `leaves` follows the statistics of one (overlapping discs of power-law sizes).
 */

import { join } from 'node:path'
import sharp from 'sharp'

export interface Scene {
  readonly name: string
  /** The arguments of ffmpeg up to and with `-i`. */
  readonly input: readonly string[]
  /** Filters that make it move, ending in 1280 × 720 at 25 frames a second. */
  readonly camera: string
}

const WIDTH = 1600
const HEIGHT = 900
/** Slow, straight, less than three pixels a frame. */
const PAN = 'fps=25,crop=1280:720:x=40*t:y=20*t'

/** Numbers from 0 to 1, the same in every run (Park and Miller 1988). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

export async function drawScenes(folder: string): Promise<readonly Scene[]> {
  const stills: [name: string, svg: string][] = [
    ['leaves', leaves()],
    ['skyline', skyline()],
    ['slide', slide()],
    ['portrait', portrait()],
    ['shop', shop()],
    ['mist', mist()],
  ]
  const drawn = await Promise.all(
    stills.map(async ([name, svg]): Promise<Scene> => {
      const path = join(folder, `${name}.png`)
      await sharp(Buffer.from(frame(svg)))
        .png({ compressionLevel: 1 })
        .toFile(path)
      return { name, input: ['-loop', '1', '-framerate', '25', '-i', path], camera: PAN }
    }),
  )
  return [
    ...drawn,
    source('test card', 'testsrc2=s=1280x720:r=25'),
    source('fractal', 'mandelbrot=s=1280x720:r=25:end_scale=0.02:end_pts=200'),
    source('cells', 'life=s=1280x720:r=25:mold=10:ratio=0.1:seed=1'),
    ...drawn.filter(({ name }) => name === 'portrait').map(inTheDark),
  ]
}

/** The same in little light, with the grain that a sensor then adds. */
function inTheDark({ input }: Scene): Scene {
  return {
    name: 'night',
    input,
    camera: `${PAN},eq=brightness=-0.25:contrast=0.7,noise=alls=14:allf=t`,
  }
}

function source(name: string, filter: string, camera = 'null'): Scene {
  return { name, input: ['-f', 'lavfi', '-i', filter], camera }
}

function frame(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${body}</svg>`
}

/** Overlapping discs, radius between 4 and 180 with density r⁻³ (Lee, Mumford and Huang 2001). */
function leaves(): string {
  const next = numbersFrom(11)
  const discs = Array.from({ length: 6000 }, () => {
    const radius = 4 / Math.sqrt(1 - next() * (1 - (4 / 180) ** 2))
    const light = Math.round(20 + 70 * next())
    const colour = `hsl(${Math.round(360 * next())},${Math.round(60 * next())}%,${light}%)`
    return circle(next() * WIDTH, next() * HEIGHT, radius, colour)
  })
  return discs.join('')
}

function skyline(): string {
  const next = numbersFrom(5)
  const sky = `${gradient('sky', '#9fc5e8', '#fbe5d6')}${rect(0, 0, WIDTH, HEIGHT, 'url(#sky)')}`
  const houses = Array.from({ length: 40 }, () => {
    const [x, width, height] = [next() * WIDTH, 40 + 90 * next(), 150 + 450 * next()]
    const wall = rect(
      x,
      HEIGHT - height,
      width,
      height,
      `hsl(${210 + 30 * next()},15%,${25 + 30 * next()}%)`,
    )
    const windows = Array.from({ length: Math.floor((width / 18) * (height / 26)) }, (_, index) => {
      const columns = Math.floor(width / 18)
      const at = {
        x: x + 5 + (index % columns) * 18,
        y: HEIGHT - height + 8 + Math.floor(index / columns) * 26,
      }
      return next() < 0.6 ? rect(at.x, at.y, 8, 14, next() < 0.3 ? '#ffe9a8' : '#20303c') : ''
    })
    return wall + windows.join('')
  })
  return sky + houses.join('')
}

/** Dark strokes on white, as a page of words has them. */
function slide(): string {
  const next = numbersFrom(7)
  const strokes: string[] = [rect(0, 0, WIDTH, HEIGHT, '#fdfdfb')]
  for (let y = 90; y < HEIGHT - 60; y += 46) {
    for (let x = 80; x < WIDTH - 200 * next(); x += 34) {
      for (let stroke = 0; stroke < 5; stroke += 1) {
        const isFlat = next() < 0.5
        const [left, top] = [x + 24 * next(), y + 26 * next()]
        strokes.push(rect(left, top, isFlat ? 18 : 3, isFlat ? 3 : 18, '#222'))
      }
    }
  }
  return strokes.join('')
}

/** Soft skin, few edges: what blurs least visibly. */
function portrait(): string {
  return [
    gradient('wall', '#d8d2c8', '#8a8478'),
    rect(0, 0, WIDTH, HEIGHT, 'url(#wall)'),
    '<radialGradient id="skin"><stop offset="0" stop-color="#f3cfae"/><stop offset="1" stop-color="#b98560"/></radialGradient>',
    '<path d="M400 900 Q800 520 1200 900Z" fill="#34506e"/>',
    '<ellipse cx="800" cy="420" rx="210" ry="270" fill="url(#skin)"/>',
    '<path d="M590 380 Q800 60 1010 380 Q900 240 800 250 Q700 240 590 380Z" fill="#2c1d14"/>',
    ...[720, 880].map((x) => `${circle(x, 400, 26, '#fff')}${circle(x, 402, 12, '#2b1a10')}`),
    '<path d="M730 560 Q800 600 870 560" stroke="#8c3b3b" stroke-width="10" fill="none"/>',
  ].join('')
}

function shop(): string {
  const next = numbersFrom(3)
  const cards = Array.from({ length: 24 }, (_, index) => {
    const [x, y] = [30 + (index % 6) * 260, 40 + Math.floor(index / 6) * 215]
    const hue = Math.round(360 * next())
    return [
      rect(x, y, 235, 190, '#fff'),
      rect(x + 10, y + 10, 215, 120, `hsl(${hue},70%,70%)`),
      circle(x + 60 + 100 * next(), y + 70, 20 + 25 * next(), `hsl(${hue + 90},80%,45%)`),
      rect(x + 10, y + 140, 120 + 80 * next(), 12, '#444'),
      rect(x + 10, y + 162, 60, 14, '#d33'),
    ].join('')
  })
  return rect(0, 0, WIDTH, HEIGHT, '#eef0f2') + cards.join('')
}

/** Hills in mist: edges of little contrast. */
function mist(): string {
  const hills = [0, 1, 2, 3, 4].map((step) => {
    const points = Array.from({ length: 81 }, (_, index) => {
      const y =
        330 + step * 110 + 60 * Math.sin(index / (5 + step)) + 22 * Math.sin(index * 1.7 + step)
      return `${index * 20},${Math.round(y)}`
    })
    return `<polygon points="0,900 ${points.join(' ')} 1600,900" fill="hsl(205,${12 + step * 4}%,${74 - step * 9}%)"/>`
  })
  return `${gradient('haze', '#dfe9ee', '#c9d6dd')}${rect(0, 0, WIDTH, HEIGHT, 'url(#haze)')}${hills.join('')}`
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`
}

function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
}

function gradient(id: string, from: string, to: string): string {
  return `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`
}
