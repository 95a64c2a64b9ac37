import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookClosely, medianOf, repeatedShareOf } from './close-look.ts'
import type { GrayFrame } from './gray-frame.ts'
import { measureBlockiness } from './measure-blockiness.ts'
import { measureBlur } from './measure-blur.ts'
import { measureCombing } from './measure-combing.ts'
import { measureShake } from './measure-shake.ts'

const [WIDTH, HEIGHT] = [320, 180]

function paint(level: (x: number, y: number) => number): GrayFrame {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) =>
    level(index % WIDTH, Math.floor(index / WIDTH)),
  )
  return { width: WIDTH, height: HEIGHT, data }
}

/** Bars 40 pixels apart, each rising over `ramp` pixels. */
function bars(ramp: number): GrayFrame {
  return paint((x) => {
    const at = x % 40
    return at < 20 ? 40 + 160 * Math.min(1, at / ramp) : 200 - 160 * Math.min(1, (at - 20) / ramp)
  })
}

test('the width of edges is measured in pixels', () => {
  assert.equal(measureBlur(bars(1)), 1)
  assert.equal(measureBlur(bars(4)), 4)
  assert.equal(measureBlur(bars(10)), 10)
})

test('one sharp thing in a soft frame makes it sharp', () => {
  const [soft, sharp] = [bars(10), bars(1)]
  const mixed = paint((x, y) => (y < HEIGHT / 2 ? (sharp.data[x] ?? 0) : (soft.data[x] ?? 0)))
  assert.equal(measureBlur(mixed), 1)
})

test('a plain wall has no edges to measure', () => {
  assert.equal(measureBlur(paint(() => 128)), null)
  assert.equal(measureBlur(paint((x) => 100 + (x % 2) * 10)), null)
})

test('weak edges are measured where there are no strong ones', () => {
  const { data, ...size } = bars(4)
  assert.equal(measureBlur({ ...size, data: data.map((level) => 100 + level / 10) }), 4)
})

/** A slope in two directions, as steps of 8 pixels with a little texture in each. */
function tiles(size: number): GrayFrame {
  return paint((x, y) => 60 + ((Math.floor(x / size) * 37 + Math.floor(y / size) * 53) % 60))
}

test('a grid of 8 stands out, one of another size and a smooth slope do not', () => {
  assert.ok(measureBlockiness(tiles(8)) > 0.5)
  assert.ok(measureBlockiness(tiles(11)) < 0.05)
  assert.equal(measureBlockiness(paint((x, y) => (x + y) / 3)), 0)
})

test('lines in one direction are no grid', () => {
  assert.equal(measureBlockiness(paint((x) => (Math.floor(x / 8) % 2) * 50 + 60)), 0)
})

function scene(dx: number, dy: number): GrayFrame {
  return paint(
    (x, y) => 128 + 60 * Math.sin((x - dx) / 17) + 50 * Math.cos((y - dy) / 13 + (x - dx) / 40),
  )
}

test('a pan and a still scene do not shake', () => {
  const frames = Array.from({ length: 25 }, (_, index) => index)
  assert.ok((measureShake(frames.map((index) => scene(index * 2, index))) ?? 9) < 0.1)
  assert.equal(measureShake(frames.map(() => scene(0, 0))), 0)
})

test('a trembling camera shakes by what it trembles', () => {
  const jitter = [0, 3, -3, 2, -1, 3, -3, 1, 0, -2, 3, -3, 2, 0, 3, -2, 1, -3, 3, -1]
  const shaken = measureShake(jitter.map((by) => scene(by, 0))) ?? 0
  assert.ok(shaken > 0.7 && shaken < 1.5, String(shaken))
})

test('too few frames tell nothing of shake', () => {
  assert.equal(measureShake([scene(0, 0), scene(1, 0)]), null)
})

function disc(centre: number): (x: number, y: number) => number {
  return (x, y) => ((x - centre) ** 2 + (y - 90) ** 2 < 3600 ? 220 : 30)
}

test('a frame woven of two moments has combs, one of a single moment has none', () => {
  const before = paint(disc(100))
  const woven = paint((x, y) => (y % 2 === 0 ? disc(130) : disc(115))(x, y))
  assert.equal(measureCombing(before, woven), true)
  assert.equal(measureCombing(before, paint(disc(130))), false)
})

test('fine texture that changes is no comb, and nothing is said of what stands still', () => {
  let state = 1
  const noise = () =>
    paint(() => {
      state = (state * 48271) % 2147483647
      return state % 256
    })
  assert.equal(measureCombing(noise(), noise()), false)
  assert.equal(measureCombing(paint(disc(100)), paint(disc(100))), null)
})

test('a repeated frame counts while others move', () => {
  const moving = Array.from({ length: 12 }, (_, index) => scene(index * 6, 0))
  assert.equal(repeatedShareOf(moving), 0)
  const stuttering = moving.flatMap((frame) => [frame, frame])
  assert.ok((repeatedShareOf(stuttering) ?? 0) > 0.45)
  assert.equal(repeatedShareOf(Array.from({ length: 12 }, () => scene(0, 0))), null)
})

test('a value that no frame gave is null', () => {
  assert.equal(medianOf([null, null]), null)
  assert.equal(medianOf([null, 3, 1, 2]), 2)
  const look = lookClosely(() => 0)
  look.addWhole(
    paint(() => 0),
    0,
  )
  const { blur, interlacedShare } = look.end()
  assert.deepEqual([blur, interlacedShare], [null, null])
})

test('each stretch has its own numbers, the clip their median', () => {
  const look = lookClosely((at) => Math.floor(at / 4))
  for (const [index, ramp] of [1, 4, 8].entries()) {
    look.addWhole(bars(ramp), index * 4)
    look.addSmall(bars(ramp), index * 4)
    look.addWhole(bars(ramp), index * 4 + 1)
  }
  const { blur, stretches } = look.end()
  assert.equal(blur, 4)
  assert.deepEqual(
    stretches.map((stretch) => [stretch.from, stretch.to, stretch.blur]),
    [
      [0, 1, 1],
      [4, 5, 4],
      [8, 9, 8],
    ],
  )
  assert.equal(stretches[0]?.shake, undefined)
})
