import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FrameValues, readMetadata } from './metadata-lines.ts'

const PRINTED = [
  'frame:0    pts:0       pts_time:0',
  'lavfi.black_start=0',
  'lavfi.scd.score=12.5',
  'a line of another kind',
  'frame:1    pts:512     pts_time:0.04',
  'lavfi.black_end=0.04',
  '',
].join('\n')

function readIn(pieces: readonly string[]): FrameValues[] {
  const frames: FrameValues[] = []
  const reader = readMetadata((frame) => frames.push(frame))
  for (const piece of pieces) reader.add(Buffer.from(piece, 'latin1'))
  reader.end()
  return frames
}

test('each frame comes with its time and its values', () => {
  assert.deepEqual(readIn([PRINTED]), [
    {
      at: 0,
      values: new Map([
        ['black_start', '0'],
        ['scd.score', '12.5'],
      ]),
    },
    { at: 0.04, values: new Map([['black_end', '0.04']]) },
  ])
})

test('any cutting of the bytes gives the same frames', () => {
  const whole = readIn([PRINTED])
  fc.assert(
    fc.property(fc.array(fc.nat(PRINTED.length)), (cuts) => {
      const edges = [0, ...cuts.toSorted((one, other) => one - other), PRINTED.length]
      const pieces = edges.slice(1).map((to, index) => PRINTED.slice(edges[index], to))
      assert.deepEqual(readIn(pieces), whole)
    }),
  )
})

test('bytes that are no metadata give no frames', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      assert.deepEqual(readIn([Buffer.from(bytes).toString('latin1').replaceAll('frame', '')]), [])
    }),
  )
})
