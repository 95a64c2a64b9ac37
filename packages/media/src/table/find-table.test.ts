import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { decodePicture } from '../picture/decode.ts'
import { findTable } from './find-table.ts'

/** Shapes on white, 900 by 700. */
function draw(shapes: string, paper = '#fff') {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700"><rect width="900" height="700" fill="${paper}"/>${shapes}</svg>`
  return sharp(Buffer.from(svg)).flatten()
}

interface Grid {
  readonly rows: number
  readonly columns: number
  readonly ink?: string
  readonly thickness?: number
}

/** A table from (100, 80) with cells of 90 by 50 and a few strokes in each. */
function grid({ rows, columns, ink = '#333', thickness = 1 }: Grid): string {
  const across = Array.from(
    { length: rows + 1 },
    (_, row) => `M100 ${80.5 + row * 50}h${columns * 90}`,
  )
  const down = Array.from({ length: columns + 1 }, (_, at) => `M${100.5 + at * 90} 80v${rows * 50}`)
  const words = Array.from({ length: rows * columns }, (_, cell) => {
    const [x, y] = [115 + (cell % columns) * 90, 95 + Math.floor(cell / columns) * 50]
    return `M${x} ${y}h30M${x} ${y + 8}h22M${x + 12} ${y - 4}v24`
  })
  return `<path d="${across.join('')}${down.join('')}" stroke="${ink}" stroke-width="${thickness}"/><path d="${words.join('')}" stroke="${ink}" stroke-width="2"/>`
}

async function tableOf(picture: Sharp | Buffer) {
  const bytes = Buffer.isBuffer(picture) ? picture : await picture.png().toBuffer()
  const decoding = await decodePicture(bytes)
  assert.ok(decoding.ok)
  return findTable(decoding.picture)
}

test('a ruled table is told with its rows, columns and place', async () => {
  const table = await tableOf(draw(grid({ rows: 6, columns: 4 })))
  assert.deepEqual([table?.rows, table?.columns], [6, 4])
  const { x = 0, y = 0, width = 0, height = 0 } = table?.box ?? {}
  const off = [x - 100, y - 80, width - 360, height - 300].map(Math.abs)
  assert.ok(Math.max(...off) <= 2, off.join())
})

const found: [name: string, picture: () => Sharp | Promise<Buffer>][] = [
  ['with faint lines', () => draw(grid({ rows: 5, columns: 3, ink: '#c8c8c8' }))],
  ['with thick lines', () => draw(grid({ rows: 5, columns: 3, thickness: 4 }))],
  ['in light on dark', () => draw(grid({ rows: 5, columns: 3, ink: '#eee' }), '#223')],
  [
    'after strong compression',
    () =>
      draw(grid({ rows: 5, columns: 3 }))
        .jpeg({ quality: 25 })
        .toBuffer(),
  ],
  [
    'scanned a third of a degree askew',
    () =>
      draw(grid({ rows: 5, columns: 3 }))
        .rotate(0.3, { background: '#fff' })
        .png()
        .toBuffer(),
  ],
  [
    'in a large picture',
    () =>
      draw(grid({ rows: 5, columns: 3, thickness: 2 }))
        .resize(3600)
        .png()
        .toBuffer(),
  ],
]

for (const [name, picture] of found) {
  test(`a table ${name} is told`, async () => {
    const table = await tableOf(await picture())
    assert.deepEqual([table?.rows, table?.columns], [5, 3])
  })
}

test('joined cells leave a table a table', async () => {
  const joined = `${grid({ rows: 4, columns: 4 })}<rect x="195" y="84" width="170" height="43" fill="#fff"/>`
  const table = await tableOf(draw(joined))
  assert.deepEqual([table?.rows, table?.columns], [4, 4])
})

const others: [name: string, shapes: string][] = [
  [
    'a page of lines',
    Array.from(
      { length: 12 },
      (_, row) => `<path d="M80 ${60 + row * 50}h700" stroke="#333"/>`,
    ).join(''),
  ],
  [
    'a frame',
    '<rect x="80" y="80" width="600" height="400" fill="none" stroke="#333" stroke-width="2"/>',
  ],
  [
    'two frames side by side',
    '<path d="M80 80h300v400h-300zM420 80h300v400h-300z" fill="none" stroke="#333"/>',
  ],
  [
    'a frame with one line',
    '<path d="M80 80h300v400h-300zM80 200h300" fill="none" stroke="#333"/>',
  ],
  [
    'bars of a chart',
    Array.from(
      { length: 9 },
      (_, at) =>
        `<rect x="${80 + at * 80}" y="${500 - at * 40}" width="50" height="${60 + at * 40}" fill="#36c"/>`,
    ).join(''),
  ],
  [
    'a wall of bricks',
    Array.from(
      { length: 14 },
      (_, row) =>
        `<path d="M0 ${row * 50}h900${Array.from({ length: 10 }, (_, at) => `M${at * 100 + (row % 2) * 50} ${row * 50}v50`).join('')}" stroke="#333" stroke-width="2" fill="none"/>`,
    ).join(''),
  ],
]

for (const [name, shapes] of others) {
  test(`${name} is no table`, async () => {
    assert.equal(await tableOf(draw(shapes)), null)
  })
}

test('of two tables the larger is told', async () => {
  const small =
    '<path d="M650 500h180M650 540h180M650 580h180M650 500v80M740 500v80M830 500v80" stroke="#333"/>'
  const table = await tableOf(draw(grid({ rows: 5, columns: 4 }) + small))
  assert.deepEqual([table?.rows, table?.columns], [5, 4])
})
