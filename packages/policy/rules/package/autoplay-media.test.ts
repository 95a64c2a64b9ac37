import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenElement } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { autoplayMedia } from './autoplay-media.ts'

const attributes: [name: string, attributes: Record<string, string>, expect: string][] = [
  ['without a value', { autoplay: '' }, 'violation'],
  ['true', { autoplay: '{{ true }}' }, 'violation'],
  ['false', { autoplay: 'false' }, 'pass'],
  ['decided by code', { autoplay: '{{wifi}}' }, 'pass'],
  ['mute', { autoplay: 'true', muted: '' }, 'pass'],
  ['not there', { controls: '' }, 'pass'],
]

for (const [name, given, expect] of attributes) {
  test(`autoplay ${name} → ${expect}`, () => {
    const elements = [seenElement('video', 'pages/a/a.wxml', given)]
    assert.equal(judgeBy(autoplayMedia, { elements }).kind, expect)
  })
}

test('a carousel that moves by itself is no player', () => {
  const elements = [seenElement('swiper', 'pages/a/a.wxml', { autoplay: 'true' })]
  assert.equal(judgeBy(autoplayMedia, { elements }).kind, 'inapplicable')
})
