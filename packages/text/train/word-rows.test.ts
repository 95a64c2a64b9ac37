import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../src/classify/seeded-random.ts'
import { drawWordRows, keepRareWords, openTopicGuess } from './word-rows.ts'

test('a word that ordinary texts use is left out, and so is what is no word', () => {
  const ordinary = Array.from({ length: 5 }, (_, nth) => `第${nth}次去东市`)
  assert.deepEqual(keepRareWords(['东市', '西市', '西市', 'abc', '市'], ordinary), ['西市'])
})

test('each word is there by itself and among ordinary words', () => {
  const rows = drawWordRows(['西市'], () => 'insult', ['今天吃什么'], seededRandom(1))
  assert.equal(rows[0]?.text, '西市')
  assert.ok(rows.length > 3)
  assert.ok(rows.slice(1).every(({ text }) => text.includes('西市') && text.length === 7))
})

test('a word has the topic whose texts have its characters', () => {
  const written = [
    { text: '东边的竹子', topic: 'insult' },
    { text: '西边的桥', topic: 'porn' },
  ] as const
  const guess = openTopicGuess(written, ['insult', 'porn'])
  assert.equal(guess('竹子'), 'insult')
  assert.equal(guess('石桥'), 'porn')
})
