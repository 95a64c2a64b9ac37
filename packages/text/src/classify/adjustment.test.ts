import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReviewedText } from './adjustment.ts'
import { loadShippedModel } from './shipped.ts'

const model = await loadShippedModel()

/** A slang of this test's own: the shipped model cannot know it. */
const NOUNS = ['青石', '云雀', '竹影', '长亭', '木舟', '晚钟']
const PLACES = ['南街', '北巷', '河边', '桥头', '山下', '渡口']
const samples: ReviewedText[] = NOUNS.flatMap((noun) =>
  PLACES.flatMap((place) => [
    { text: `${place}有${noun}两斤`, label: 20006 as const },
    { text: `${place}的${noun}真好看，拍了照片`, label: 100 as const },
  ]),
)
const adjustment = model.trainAdjustment(samples)

test('an operator’s slang is learned from reviewed samples', () => {
  const { accuracyBefore, accuracyAfter, sampleCount } = adjustment.report
  assert.equal(sampleCount, samples.length)
  assert.ok(accuracyBefore < 0.6)
  assert.ok(accuracyAfter > 0.9)
})

test('an adjusted model sees what the shipped one does not', () => {
  const adjusted = model.adjust(adjustment)
  assert.equal(model.classifier.classify('桥头有竹影三斤').label, 100)
  assert.equal(adjusted.classify('桥头有竹影三斤').label, 20006)
  assert.equal(adjusted.classify('桥头的竹影真好看').suggest, 'pass')
})

test('probabilities of an adjusted model sum to one', () => {
  const { probabilities } = model.adjust(adjustment).classify('任何文字')
  const sum = Object.values(probabilities).reduce((total, share) => total + share, 0)
  assert.ok(Math.abs(sum - 1) < 1e-9)
})

test('the same samples give the same adjustment', () => {
  assert.deepEqual(model.trainAdjustment(samples), adjustment)
})

test('an adjustment survives being stored as JSON', () => {
  const stored = JSON.parse(JSON.stringify(adjustment))
  const text = '渡口有晚钟两斤'
  assert.deepEqual(model.adjust(stored).classify(text), model.adjust(adjustment).classify(text))
})

test('an adjustment names its own edition and the one it was learned upon', () => {
  assert.equal(adjustment.modelEdition, model.edition)
  assert.equal(model.adjust(adjustment).edition, `${model.edition}+${adjustment.edition}`)
})

test('an adjustment of another model is refused', () => {
  assert.throws(() => model.adjust({ ...adjustment, modelEdition: 'another' }), /another edition/)
})

test('a label that the model does not know is refused', () => {
  const odd = [{ text: '某', label: 20001 }] as unknown as ReviewedText[]
  assert.throws(() => model.trainAdjustment(odd), /20001/)
})
