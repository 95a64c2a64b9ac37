import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notePictures, noteSound } from './clip-notes.ts'

type Row = readonly [at: number, values: Readonly<Record<string, string>>]

function pictures(...rows: readonly Row[]) {
  const notes = notePictures(25)
  for (const [at, values] of rows) notes.add({ at, values: new Map(Object.entries(values)) })
  return notes.end()
}

const START = 'freezedetect.freeze_start'
const END = 'freezedetect.freeze_end'

test('what is still black at the end lasts to the end', () => {
  const { black, endsAt } = pictures([1, { black_start: '1' }], [2.96, {}])
  assert.deepEqual(black, [{ from: 1, to: endsAt }])
  assert.equal(endsAt, 3)
})

test('a black shorter than a fifth of a second is a blink', () => {
  const blink = pictures([1, { black_start: '1' }], [1.2, { black_end: '1.16' }])
  const black = pictures([1, { black_start: '1' }], [1.3, { black_end: '1.24' }])
  assert.deepEqual([blink.black.length, black.black.length], [0, 1])
})

test('a still that the codec redraws is one still', () => {
  const { frozen } = pictures(
    [3, { [START]: '1' }],
    [10, { [END]: '10' }],
    [11, { [START]: '10.04' }],
    [14.96, {}],
  )
  assert.deepEqual(frozen, [{ from: 1, to: 15 }])
})

test('one slide after another is two stills', () => {
  const rows: Row[] = [
    [3, { [START]: '1' }],
    [10, { [END]: '10', 'scd.time': '10' }],
    [11, { [START]: '10.04' }],
    [14.96, {}],
  ]
  assert.deepEqual(pictures(...rows).frozen, [
    { from: 1, to: 10 },
    { from: 10.04, to: 15 },
  ])
})

test('a still of less than a second is none', () => {
  assert.deepEqual(pictures([3, { [START]: '1' }], [4, { [END]: '1.96' }]).frozen, [])
})

test('loudness is the last that was heard, and none at the bottom of the scale', () => {
  const heard = (loudness: string) => {
    const notes = noteSound()
    notes.add({ at: 1, values: new Map([['r128.I', '-12']]) })
    notes.add({ at: 2, values: new Map([['r128.I', loudness]]) })
    return notes.end().loudness
  }
  assert.deepEqual([heard('-23.1'), heard('-70.000')], [-23.1, null])
})
