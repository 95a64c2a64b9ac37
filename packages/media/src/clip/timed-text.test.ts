import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseTimedText } from './timed-text.ts'

test('SubRip: cues with numbers, commas, tags and two lines', () => {
  const text =
    '1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>你好</i>\r\n世界\r\n\r\n2\n01:00:00,000 --> 01:00:01,250\n{\\an8}再见\n'
  assert.deepEqual(parseTimedText(text), [
    { from: 1.5, to: 3, text: '你好 世界' },
    { from: 3600, to: 3601.25, text: '再见' },
  ])
})

test('WebVTT: a head, a note, times without hours, settings after them', () => {
  const text =
    'WEBVTT - title\n\nNOTE nothing\n\nintro\n00:02.000 --> 00:04.500 align:start\n<v 甲>加我微信\n'
  assert.deepEqual(parseTimedText(text), [{ from: 2, to: 4.5, text: '加我微信' }])
})

test('a cue without words is no cue', () => {
  assert.deepEqual(parseTimedText('00:01.000 --> 00:02.000\n<b></b>\n'), [])
})

test('any text gives cues of numbers', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { from, to } of parseTimedText(text)) assert.ok(from >= 0 && to >= 0)
    }),
  )
})
