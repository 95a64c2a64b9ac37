import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GrayFrame, readGrayFrames } from './gray-frame.ts'

const frame = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((data) => ({ width, height, data })),
  )

function toPgm({ width, height, data }: GrayFrame): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}

test('frames come out as they went in, however the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 6 }),
      fc.integer({ min: 1, max: 60 }),
      (frames, size) => {
        const stream = Buffer.concat([...frames.map(toPgm), Buffer.alloc(0)])
        const seen: GrayFrame[] = []
        const read = readGrayFrames(({ width, height, data }) =>
          seen.push({ width, height, data: Uint8Array.from(data) }),
        )
        for (let at = 0; at < stream.length; at += size) read(stream.subarray(at, at + size))
        assert.deepEqual(seen, frames)
      },
    ),
  )
})
