import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenPicture, Verdict } from '@fangxing/contract'
import { pictureRules, rulesOfScene, starterTerms } from '@fangxing/policy'
import { compileLexicon, loadShippedModel } from '@fangxing/text'
import { assessPicture } from './assess-picture.ts'

const lexicon = compileLexicon(starterTerms)
const BOX = { x: 10, y: 20, width: 200, height: 30 }

/** A picture of which everything was measured, and nothing was found. */
const CLEAN: SeenPicture = {
  name: 'media',
  sha256: '0'.repeat(64),
  format: { type: 'image/png', width: 640, height: 480, frames: 1, bytes: 1000 },
  words: [],
  codes: [],
  classes: [{ name: 'neutral', score: 1 }],
  known: [],
  hash: { bits: 'f'.repeat(64), quality: 100 },
  missing: [],
}
const words = (text: string) => ({ words: [{ text, box: BOX, confidence: 0.9 }] })
const known = (label: string, kind: 'allow' | 'deny' = 'deny') => ({
  known: [{ bank: 'ours', label, kind, distance: 0 }],
})

const cases: [name: string, facts: Partial<SeenPicture>, verdict: Verdict, label: number][] = [
  ['nothing found', {}, 'pass', 100],
  ['a word listed to be stopped', words('出售银行卡'), 'reject', 20008],
  ['a word in context', words('加微信聊'), 'review', 10001],
  ['a denied picture with its label', known('20006'), 'reject', 20006],
  ['a denied picture whose label is a name', known('spam'), 'reject', 21000],
  ['a denied picture with the name of what every object has', known('toString'), 'reject', 21000],
  ['an allowed picture', known('20006', 'allow'), 'pass', 100],
  ['a high score', { classes: [{ name: 'porn', score: 0.9 }] }, 'review', 20002],
  ['a code', { codes: [{ symbology: 'qr', content: 'x', box: BOX }] }, 'review', 10001],
]

for (const [name, facts, verdict, label] of cases) {
  test(`${name} → ${verdict} ${label}`, () => {
    const assessed = assessPicture({ ...CLEAN, ...facts }, lexicon)
    assert.deepEqual([assessed.verdict, assessed.label], [verdict, label])
  })
}

for (const fact of ['format', 'words', 'codes', 'classes', 'known'] as const) {
  test(`a picture whose ${fact} could not be had goes to a person`, () => {
    const { [fact]: absent, ...seen } = CLEAN
    assert.equal(assessPicture(seen, lexicon).verdict, 'review')
  })
}

test('a hit has the box of its line', () => {
  const [hit] = assessPicture({ ...CLEAN, ...words('代开发票') }, lexicon).hits
  assert.deepEqual(hit?.place, { kind: 'picture', picture: 'media', box: BOX })
})

test('in a forum a code is only remarked', () => {
  const rules = rulesOfScene(pictureRules, 3)
  const seen = { ...CLEAN, codes: [{ symbology: 'qr', content: 'x', box: BOX }] }
  const { verdict, judgements } = assessPicture(seen, lexicon, { scene: 3, rules })
  assert.equal(verdict, 'pass')
  assert.ok(judgements.some(({ outcome }) => outcome.kind === 'violation'))
})

test('the edition names the engine that saw, and the same facts give the same answer', () => {
  const assess = () => assessPicture(CLEAN, lexicon, { engines: ['media-1'] })
  assert.match(assess().edition, /\.media-1$/)
  assert.deepEqual(assess(), assess())
})

const line = (text: string, x: number, y: number) => ({
  text,
  box: { x, y, width: 200, height: 30 },
  confidence: 0.9,
})

const breaks: [name: string, lines: SeenPicture['words'], verdict: Verdict][] = [
  [
    'a word broken over two lines',
    [line('找我代开', 10, 20), line('发票，可谈', 10, 55)],
    'reject',
  ],
  ['as far apart as a line is high', [line('找我代开', 10, 20), line('发票', 10, 80)], 'reject'],
  ['further apart', [line('找我代开', 10, 20), line('发票', 10, 81)], 'pass'],
  ['side by side', [line('找我代开', 10, 20), line('发票', 220, 20)], 'pass'],
  ['below, but in another column', [line('找我代开', 10, 20), line('发票', 210, 55)], 'pass'],
  ['in the wrong order', [line('发票', 10, 20), line('找我代开', 10, 55)], 'pass'],
]

for (const [name, words, verdict] of breaks) {
  test(`lines ${name} → ${verdict}`, () => {
    assert.equal(assessPicture({ ...CLEAN, ...(words && { words }) }, lexicon).verdict, verdict)
  })
}

test('a word over two lines has the box of both, and is found once', () => {
  const words = [line('找我代开', 10, 20), line('发票', 30, 55)]
  const { hits } = assessPicture({ ...CLEAN, words }, lexicon)
  assert.deepEqual(
    hits.map(({ place }) => place),
    [{ kind: 'picture', picture: 'media', box: { x: 10, y: 20, width: 220, height: 65 } }],
  )
})

const { classifier } = await loadShippedModel()
const DOUBTFUL = [line('平台首充送', 10, 20), line('提款秒到账', 10, 55)]

test('what only a model sees in the words is remarked, unless the scene weighs it otherwise', () => {
  const seen = { ...CLEAN, words: DOUBTFUL }
  const remarked = assessPicture(seen, lexicon, { classifier })
  assert.equal(remarked.verdict, 'pass')
  assert.ok(
    remarked.judgements.some(
      ({ ruleId, outcome }) => ruleId === 'picture/doubtful-text' && outcome.kind === 'violation',
    ),
  )
  const rules = rulesOfScene(pictureRules, 2, { 'picture/doubtful-text': 'review' })
  const weighed = assessPicture(seen, lexicon, { classifier, rules })
  assert.deepEqual([weighed.verdict, weighed.label], ['review', 20006])
  assert.match(weighed.edition, /\.model-/)
  assert.equal(assessPicture(seen, lexicon, { rules }).verdict, 'pass')
})
