/**
 * Moving scenes that the suite draws itself: what clean videos may look like, from leaves to slides.
 *
 * Each is a still picture that a steady hand moves over, or one of ffmpeg's own sources; the same in
 * every run. None of them is a photograph: `leaves` follows the statistics of one (overlapping discs
 * of power-law sizes), the studio's subjects have a camera's softness and noise.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { SUBJECTS, seeded, shoot } from '../studio.ts'

export interface Scene {
  readonly name: string
  /** The arguments of ffmpeg up to and with `-i`. */
  readonly input: readonly string[]
  /** Filters that make it move, ending in 1280 × 720 at 25 frames a second. */
  readonly camera: string
}

const SHEET = { width: 1600, height: 900 }
/** Slow, straight, less than three pixels a frame, with the breath of a hand. */
const PAN = "fps=25,crop=1280:720:x='30*t+2*sin(8*t)':y='20*t+2*sin(7*t)'"
/** Nothing moves but a mouth. */
const READER =
  "fps=25,crop=1280:720:x=100:y=60,drawbox=x=600:y='420+6*sin(9*t)':w=70:h=14:t=fill:color=0x8c3b3b"
/** A little light, and the grain that a sensor then adds. */
const NIGHT = `${PAN},eq=brightness=-0.25:contrast=0.7,noise=alls=14:allf=t`

export async function drawScenes(folder: string): Promise<readonly Scene[]> {
  const stills = new Map<string, Buffer>()
  for (const [index, subject] of SUBJECTS.entries()) {
    stills.set(subject, await shoot(subject, 40 + index, SHEET))
  }
  stills.set('leaves', await fromSvg(leaves()))
  stills.set('mist', await fromSvg(mist()))
  for (const [name, bytes] of stills) writeFileSync(join(folder, name), bytes)
  const still = (name: string, of: string, camera: string): Scene => ({
    name,
    input: ['-loop', '1', '-framerate', '25', '-i', join(folder, of)],
    camera,
  })
  return [
    ...[...stills.keys()].map((name) => still(name, name, PAN)),
    still('reader', 'portrait', READER),
    still('night', 'landscape', NIGHT),
    source('test card', 'testsrc2=s=1280x720:r=25'),
    source('fractal', 'mandelbrot=s=1280x720:r=25:end_scale=0.02:end_pts=200'),
    source('cells', 'life=s=1280x720:r=25:mold=10:ratio=0.1:seed=1'),
  ]
}

function source(name: string, filter: string): Scene {
  return { name, input: ['-f', 'lavfi', '-i', filter], camera: 'null' }
}

function fromSvg(body: string): Promise<Buffer> {
  const size = `width="${SHEET.width}" height="${SHEET.height}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${body}</svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer()
}

/** Overlapping discs, radius between 4 and 180 with density r⁻³ (Lee, Mumford and Huang 2001). */
function leaves(): string {
  const random = seeded(11)
  const discs = Array.from({ length: 6000 }, () => {
    const radius = 4 / Math.sqrt(1 - random() * (1 - (4 / 180) ** 2))
    const [x, y] = [random() * SHEET.width, random() * SHEET.height]
    const colour = `hsl(${360 * random()} ${60 * random()}% ${20 + 70 * random()}%)`
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
  })
  return discs.join('')
}

/** Hills in haze: edges of little contrast. */
function mist(): string {
  const hills = [0, 1, 2, 3, 4].map((step) => {
    const points = Array.from({ length: 81 }, (_, index) => {
      const wave = 60 * Math.sin(index / (5 + step)) + 22 * Math.sin(index * 1.7 + step)
      return `${index * 20},${330 + step * 110 + wave}`
    })
    const colour = `hsl(205 ${12 + step * 4}% ${74 - step * 9}%)`
    return `<polygon points="0,900 ${points.join(' ')} 1600,900" fill="${colour}"/>`
  })
  return `<rect width="1600" height="900" fill="#d6e2e8"/>${hills.join('')}`
}
