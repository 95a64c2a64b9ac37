import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenClip, SeenPicture, Verdict } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { compileLexicon, loadShippedModel } from '@fangxing/text'
import { assessClip } from './assess-clip.ts'

const lexicon = compileLexicon(starterTerms)
const BOX = { x: 10, y: 20, width: 200, height: 30 }

const FRAME: SeenPicture = {
  name: 'frame 3 s',
  sha256: '',
  format: { type: 'image/png', width: 640, height: 480, frames: 1, bytes: 1000 },
  words: [],
  codes: [],
  classes: [],
  known: [],
  missing: [],
}

function speech(...texts: readonly string[]) {
  const words = texts.map((text, index) => ({ text, from: index * 2, to: index * 2 + 1.5 }))
  return { sound: { streams: 1, speech: { language: 'zh', words } } }
}

const SOUND: SeenClip = { name: 'media', sha256: '', type: 'audio/mpeg', missing: [] }
const film = (picture: Partial<SeenPicture>): Partial<SeenClip> => ({
  type: 'video/mp4',
  ...speech(),
  video: { duration: 10, frames: [{ at: 3, picture: { ...FRAME, ...picture } }] },
})

const cases: [name: string, clip: Partial<SeenClip>, verdict: Verdict, label: number][] = [
  ['ordinary speech', speech('今天天气不错'), 'pass', 100],
  ['a word that is said', speech('大家好', '代开发票找我'), 'reject', 20008],
  ['a word cut in two by a pause', speech('找我代开', '发票'), 'reject', 20008],
  ['a sound that nobody wrote down', { sound: { streams: 1 } }, 'review', 21000],
  ['silence', { sound: { streams: 1, loudness: null } }, 'pass', 100],
  ['a film with nothing in it', film({}), 'pass', 100],
  [
    'a word in a frame',
    film({ words: [{ text: '代开发票', box: BOX, confidence: 1 }] }),
    'reject',
    20008,
  ],
  ['a score in a frame', film({ classes: [{ name: 'porn', score: 0.9 }] }), 'review', 20002],
  ['a film of which no frame was seen', { ...film({}), video: {} }, 'review', 21000],
  ['a file that nothing can play', { type: 'video/mp4' }, 'review', 21000],
]

for (const [name, clip, verdict, label] of cases) {
  test(`${name} → ${verdict} ${label}`, () => {
    const assessed = assessClip({ ...SOUND, ...clip }, lexicon)
    assert.deepEqual([assessed.verdict, assessed.label], [verdict, label])
  })
}

test('a hit says at which seconds, and in a frame where', () => {
  const words = [{ text: '代开发票', box: BOX, confidence: 1 }]
  const [shown] = assessClip({ ...SOUND, ...film({ words }) }, lexicon).hits
  assert.deepEqual(shown?.place, { kind: 'clip', clip: 'media', from: 3, to: 10, box: BOX })
  const said = assessClip({ ...SOUND, ...speech('大家好', '代开发票') }, lexicon).hits
  assert.deepEqual(
    said.map(({ place }) => place),
    [{ kind: 'clip', clip: 'media', from: 2, to: 3.5 }],
  )
})

test('what was said long before is no part of a word', () => {
  const words = [
    { text: '找我代开', from: 0, to: 1 },
    { text: '发票', from: 2.1, to: 3 },
  ]
  const sound = { streams: 1, speech: { language: 'zh', words } }
  assert.equal(assessClip({ ...SOUND, sound }, lexicon).verdict, 'pass')
})

test('what is said is shown to the classifier as one text, with its seconds', async () => {
  const { classifier } = await loadShippedModel()
  const clip = { ...SOUND, ...speech('平台首充送', '提款秒到账') }
  const { verdict, judgements } = assessClip(clip, lexicon, { classifier })
  const doubtful = judgements.find(({ ruleId }) => ruleId === 'clip/doubtful-text')
  assert(doubtful?.outcome.kind === 'violation')
  assert.deepEqual(doubtful.outcome.findings[0].place, {
    ...{ kind: 'clip', clip: 'media', from: 0, to: 3.5 },
  })
  assert.equal(verdict, 'pass')
})
