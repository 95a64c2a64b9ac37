/**
 * Pictures with one QR code each, by rule: size of a module × rotation × blur × contrast × polarity.
 *
 * Each code lies on a white or black card in a textured scene of 640 by 640 pixels. Equal in every
 * run: the texture has a seed. Rendered from SVG, so that rotation is by area and not by pixels.
 */

import sharp from 'sharp'
import { writeBarcode } from 'zxing-wasm/writer'

export const GRID_CONTENT = 'https://example.com/p/7f3a9c?from=poster'

export interface GridCase {
  /** Pixels of a module. */
  readonly module: number
  /** Degrees. */
  readonly rotation: number
  /** Sigma, in modules. */
  readonly blur: number
  /** Brightness of dark and light modules. */
  readonly tones: readonly [dark: number, light: number]
  readonly isInverted: boolean
}

const MODULES = [1.5, 2, 3, 5]
const ROTATIONS = [0, 8, 27, 45]
const BLURS = [0, 0.4, 0.7]
const TONES: readonly (readonly [number, number])[] = [
  [0, 255],
  [60, 190],
  [110, 150],
]
const SIDE = 640

export const GRID: readonly GridCase[] = MODULES.flatMap((module) =>
  ROTATIONS.flatMap((rotation) =>
    BLURS.flatMap((blur) =>
      TONES.flatMap((tones) =>
        [false, true].map((isInverted) => ({ module, rotation, blur, tones, isInverted })),
      ),
    ),
  ),
)

export function describeCase({ module, rotation, blur, tones, isInverted }: GridCase): string {
  const polarity = isInverted ? 'light on dark' : 'dark on light'
  return `${module} px, ${rotation}°, blur ${blur}, ${tones[0]}–${tones[1]}, ${polarity}`
}

/** PNG bytes. */
export async function renderCase(one: GridCase): Promise<Buffer> {
  const { symbol } = await writeBarcode(GRID_CONTENT, { format: 'QRCode' })
  return await renderCode(modulesOf(symbol), one)
}

interface Modules {
  readonly side: number
  readonly isDark: (x: number, y: number) => boolean
}

function modulesOf({ width, data }: { width: number; data: Uint8ClampedArray }): Modules {
  return { side: width, isDark: (x, y) => (data[y * width + x] ?? 255) < 128 }
}

async function renderCode(modules: Modules, one: GridCase): Promise<Buffer> {
  const { module, rotation, blur, tones, isInverted } = one
  const [dark, light] = tones.map((tone) => `rgb(${tone},${tone},${tone})`)
  const [ink, card] = isInverted ? [light, dark] : [dark, light]
  const squares: string[] = []
  for (let y = 0; y < modules.side; y += 1) {
    for (let x = 0; x < modules.side; x += 1) {
      if (modules.isDark(x, y)) squares.push(`M${x} ${y}h1v1h-1z`)
    }
  }
  const cardSide = modules.side + 8
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">
    <filter id="scene"><feTurbulence type="fractalNoise" baseFrequency="0.02" numOctaves="5" seed="7"/>
      <feColorMatrix type="saturate" values="0.6"/></filter>
    <rect width="100%" height="100%" fill="#999"/>
    <rect width="100%" height="100%" filter="url(#scene)"/>
    <g transform="translate(300 330) rotate(${rotation}) scale(${module}) translate(${-modules.side / 2} ${-modules.side / 2})">
      <rect x="-4" y="-4" width="${cardSide}" height="${cardSide}" fill="${card}"/>
      <path d="${squares.join('')}" fill="${ink}" shape-rendering="${rotation ? 'auto' : 'crispEdges'}"/>
    </g></svg>`
  const drawn = sharp(Buffer.from(svg)).flatten({ background: '#fff' })
  const sigma = blur * module
  return await (sigma >= 0.3 ? drawn.blur(sigma) : drawn).png().toBuffer()
}
