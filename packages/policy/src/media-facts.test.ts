import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenClip } from '@fangxing/contract'
import { pass } from '@fangxing/contract'
import { seenClip, seenPicture } from './examples.ts'
import { framesOf, isUnheard, isUnseen, judgeWords, whyAbsent } from './media-facts.ts'
import { say } from './say.ts'

const because = say('没有装语音识别。', 'No recogniser is installed.')
const speech = { language: 'zh', words: [] }
const read = { at: 1, picture: seenPicture({ words: [] }) }

const sounds: [name: string, clip: Partial<SeenClip>, unheard: boolean][] = [
  ['a voice that was written down', { sound: { streams: 1, speech } }, false],
  ['a voice that was not', { sound: { streams: 1 } }, true],
  ['a track in which nothing is audible', { sound: { streams: 1, loudness: null } }, false],
  ['a video without a sound track', { sound: { streams: 0 } }, false],
  ['a sound file of which nothing is known', { type: 'audio/wav' }, true],
  ['a video whose sound could not be had', { missing: [{ fact: 'sound', because }] }, true],
]
for (const [name, clip, unheard] of sounds) {
  test(`${name} ${unheard ? 'is' : 'is not'} unheard`, () => {
    assert.equal(isUnheard(seenClip(clip)), unheard)
  })
}

const sights: [name: string, clip: Partial<SeenClip>, unseen: boolean][] = [
  ['a video with a frame', { video: { frames: [read] } }, false],
  ['a video without one', { video: {} }, true],
  ['a sound', { type: 'audio/mpeg', sound: { streams: 1 } }, false],
  ['a video whose frames could not be had', { missing: [{ fact: 'video', because }] }, true],
]
for (const [name, clip, unseen] of sights) {
  test(`${name} ${unseen ? 'is' : 'is not'} unseen`, () => {
    assert.equal(isUnseen(seenClip(clip)), unseen)
  })
}

test('a frame stands until the next one, the last until the end', () => {
  const video = { duration: 9, frames: [read, { ...read, at: 5 }] }
  assert.deepEqual(
    framesOf([seenClip({ video })]).map(
      ({ place }) => place.kind === 'clip' && [place.from, place.to],
    ),
    [
      [1, 5],
      [5, 9],
    ],
  )
})

test('a sound that was written down needs no frames, and a video needs both', () => {
  const sound = { streams: 1, speech }
  assert.deepEqual(judgeWords([seenClip({ type: 'audio/mpeg', sound })], []), pass)
  assert.deepEqual(judgeWords([seenClip({ sound, video: { frames: [read] } })], []), pass)
  const unread = seenClip({ sound, video: { frames: [{ at: 1, picture: seenPicture() }] } })
  assert.equal(judgeWords([unread], []).kind, 'undetermined')
})

test('the engine’s own reason is told', () => {
  const clip = seenClip({ missing: [{ fact: 'speech', because }] })
  assert.match(whyAbsent(clip, 'speech').zh, /没有装语音识别。$/)
  assert.match(whyAbsent(clip, 'frames').en, /was not measured\.$/)
})
