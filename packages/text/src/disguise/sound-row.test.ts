import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SoundRow } from './sound-row.ts'

function read(text: string): { codes: number[]; stretches: string[] } {
  const row = new SoundRow()
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0))
  row.read(units, 0, units.length)
  const stretches = Array.from({ length: row.length }, (_, at) =>
    text.slice(row.firsts[at], (row.lasts[at] ?? 0) + 1),
  )
  return { codes: [...row.codes.subarray(0, row.length)], stretches }
}

test('letters that fall into syllables are read as syllables, the fewest that do', () => {
  assert.deepEqual(read('jiaweixin').stretches, ['jia', 'wei', 'xin'])
  assert.deepEqual(read('xian').stretches, ['xian'])
})

test('letters that do not are read one by one', () => {
  assert.deepEqual(read('vx').stretches, ['v', 'x'])
  assert.deepEqual(read('jiaw').stretches, ['j', 'i', 'a', 'w'])
})

test('a spelled syllable sounds like its characters', () => {
  assert.deepEqual(read('jia微xin').codes, read('加微信').codes)
})

test('sounds that dialects merge are alike, others are not', () => {
  assert.deepEqual(read('张').codes, read('脏').codes)
  assert.deepEqual(read('你').codes, read('里').codes)
  assert.notDeepEqual(read('你').codes, read('米').codes)
})

test('digits sound as they are read', () => {
  assert.deepEqual(read('2').codes, read('二').codes)
})
