import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findBurntIn, type ReadSample } from './burnt-in.ts'

function samples(...texts: (string | null)[]): ReadSample[] {
  return texts.map((text, index) => ({
    at: index + 0.5,
    lines: text === null ? [] : [{ text, x: 0.5, y: 0.9, height: 0.06 }],
  }))
}

test('words that change in one place are subtitles, with the time they were seen', () => {
  assert.deepEqual(findBurntIn(samples('大家好', '大家好', '欢迎观看', null, '再见吧')), [
    { from: 0, to: 2, text: '大家好' },
    { from: 2, to: 3, text: '欢迎观看' },
    { from: 4, to: 5, text: '再见吧' },
  ])
})

test('words that never change are a caption or a watermark', () => {
  assert.equal(findBurntIn(samples('某某电视台', '某某电视台', '某某电视台', '某某电视台')), null)
})

const others: [name: string, seen: ReadSample[]][] = [
  ['nothing read', samples(null, null, null)],
  ['no sample', []],
  ['words in few of the samples', samples('一句话', null, null, '另一句', null, null, null, null)],
  [
    'words at the side',
    samples('甲乙', '丙丁', '戊己').map((one) => ({
      ...one,
      lines: one.lines.map((line) => ({ ...line, x: 0.2 })),
    })),
  ],
  [
    'headlines',
    samples('甲乙', '丙丁', '戊己').map((one) => ({
      ...one,
      lines: one.lines.map((line) => ({ ...line, height: 0.3 })),
    })),
  ],
  [
    'words that wander',
    samples('甲乙', '丙丁', '戊己', '庚辛').map((one, index) => ({
      ...one,
      lines: one.lines.map((line) => ({ ...line, y: 0.6 + index * 0.1 })),
    })),
  ],
]

for (const [name, seen] of others) {
  test(`${name}: no subtitles`, () => assert.equal(findBurntIn(seen), null))
}

test('two lines of one subtitle are read together', () => {
  const two = samples('上句', '上句二', '上句三').map((one, index) => ({
    ...one,
    lines: [...one.lines, { text: `下句${index}`, x: 0.5, y: 0.92, height: 0.05 }],
  }))
  assert.equal(findBurntIn(two)?.[0]?.text, '上句 下句0')
})

test('any lines give spans in order, or none', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const line = fc.record({ text: fc.string(), x: share, y: share, height: share })
  fc.assert(
    fc.property(fc.array(fc.array(line)), (all) => {
      const spans = findBurntIn(all.map((lines, at) => ({ at, lines }))) ?? []
      for (const [index, span] of spans.entries()) {
        assert.ok(span.from < span.to && span.from >= (spans[index - 1]?.from ?? 0))
      }
    }),
  )
})
