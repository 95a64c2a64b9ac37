/**
 * A drawing with the shape of a mini-program code: rays of short strokes, three ring marks, a logo.
 *
 * The proportions were measured on codes that WeChat made. It says nothing: which strokes are there
 * follows from a sine.
 */

import sharp from 'sharp'

const RAYS = 54

/** PNG on its own background; `size` is the side of the drawing before it is turned. */
export async function drawMiniProgramCode(
  size: number,
  rotation: number,
  isInverted: boolean,
): Promise<Buffer> {
  const [ink, paper] = isInverted ? ['#fff', '#222'] : ['#111', '#fff']
  const strokes = Array.from({ length: RAYS }, (_, ray) => raysOf(ray)).join('')
  const marks = [
    [-141, -141],
    [141, -141],
    [-141, 141],
  ].map(
    ([x, y]) =>
      `<circle cx="${x}" cy="${y}" r="30" fill="${paper}"/>
       <circle cx="${x}" cy="${y}" r="19" fill="none" stroke="${ink}" stroke-width="6.5"/>
       <circle cx="${x}" cy="${y}" r="4" fill="${ink}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-240 -240 480 480">
    <rect x="-240" y="-240" width="480" height="480" fill="${paper}"/>
    <path d="${strokes}" stroke="${ink}" stroke-width="9" stroke-linecap="round"/>
    ${marks.join('')}
    <circle cx="145" cy="145" r="60" fill="${paper}"/><circle cx="145" cy="145" r="45" fill="#07c160"/>
    <circle r="107" fill="#356"/></svg>`
  const drawn = sharp(Buffer.from(svg))
  const turned = rotation === 0 ? drawn : drawn.rotate(rotation, { background: paper })
  return await turned.png().toBuffer()
}

/** Strokes of one to four dots on one ray, as SVG path. */
function raysOf(ray: number): string {
  const angle = (2 * Math.PI * ray) / RAYS
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  let path = ''
  for (let dot = 0; dot < 9; ) {
    const length = 1 + Math.floor(Math.abs(Math.sin(ray * 12.9 + dot * 78.2) * 43_758) % 4)
    const from = 120 + dot * 12
    const to = Math.min(225, from + (length - 1) * 12)
    if (from < 226) path += `M${from * x} ${from * y}L${to * x + 0.1} ${to * y}`
    dot += length + 1
  }
  return path
}
