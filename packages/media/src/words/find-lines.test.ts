import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findLines } from './find-lines.ts'

const WIDTH = 120
const HEIGHT = 80

function mapWith(
  spots: readonly { x: number; y: number; width: number; height: number; value?: number }[],
) {
  const map = new Float32Array(WIDTH * HEIGHT)
  for (const { x, y, width, height, value = 0.9 } of spots) {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) map[row * WIDTH + column] = value
    }
  }
  return map
}

test('a spot is a line, wider and higher than the spot by the same margin', () => {
  const [line] = findLines(mapWith([{ x: 20, y: 30, width: 60, height: 10 }]), WIDTH, HEIGHT)
  const margin = (60 * 10 * 1.5) / (2 * 70)
  assert.deepEqual(line?.box.centre, { x: 50, y: 35 })
  assert.ok(Math.abs((line?.box.width ?? 0) - 60 - 2 * margin) < 1e-9)
  assert.ok(Math.abs((line?.box.height ?? 0) - 10 - 2 * margin) < 1e-9)
  assert.equal(line?.box.angle, 0)
})

test('spots that do not touch are two lines', () => {
  const spots = [
    { x: 5, y: 5, width: 50, height: 10 },
    { x: 5, y: 20, width: 50, height: 10 },
  ]
  assert.equal(findLines(mapWith(spots), WIDTH, HEIGHT).length, 2)
})

const refused: [name: string, spot: Parameters<typeof mapWith>[0][number]][] = [
  ['fainter than a line', { x: 5, y: 5, width: 50, height: 10, value: 0.55 }],
  ['two pixels high', { x: 5, y: 5, width: 50, height: 2 }],
]

for (const [name, spot] of refused) {
  test(`a spot that is ${name} is none`, () => {
    assert.deepEqual(findLines(mapWith([spot]), WIDTH, HEIGHT), [])
  })
}

test('a spot at a slant is a slanted line', () => {
  const map = new Float32Array(WIDTH * HEIGHT)
  for (let x = 20; x < 90; x += 1) {
    for (let thick = 0; thick < 8; thick += 1)
      map[(20 + Math.round(x / 3) + thick) * WIDTH + x] = 0.9
  }
  const [line] = findLines(map, WIDTH, HEIGHT)
  assert.ok(Math.abs((line?.box.angle ?? 0) - Math.atan(1 / 3)) < 0.05, String(line?.box.angle))
})

test('any map gives lines that lie about the map, and no throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
      (values) => {
        for (const { box, score } of findLines(Float32Array.from(values), 10, 6)) {
          assert.ok(
            box.centre.x >= 0 && box.centre.x <= 10 && box.centre.y >= 0 && box.centre.y <= 6,
          )
          assert.ok(score >= 0.6 && Math.abs(box.angle) <= Math.PI / 4 + 1e-9)
        }
      },
    ),
  )
})
