import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLexicon } from '../index.ts'

function seen(word: string, text: string): readonly string[] {
  return compileLexicon([{ id: word, text: word, label: 20006, level: 'block' }])
    .find(text)
    .map(({ matched }) => matched)
}

const cases: [name: string, word: string, text: string, expected: readonly string[]][] = [
  ['three units apart are spelled out', '蜂蜜茶', '蜂，蜜，茶', ['蜂，蜜，茶']],
  ['two units apart are a sentence', '蜂蜜', '有蜂，蜜', []],
  ['a doubled word is itself', '妈妈', '妈妈', ['妈妈']],
  ['a stretched Latin word', 'lantern', 'lanternnnn', ['lanternnnn']],
  ['a doubled Latin letter is spelling', 'later', 'latter', []],
  ['digits are never a stretched number', '加群12', '加群1122', []],
  ['two halves that no term has stay apart', '蜂蜜茶', '女子', []],
  ['two disguises at once', '赌博网', '贝者***博博网', ['贝者***博博网']],
  ['digits for letters', 'casino', '去c4s1n0玩', ['c4s1n0']],
  ['too few letters and digits for a word', 'casino', 'c4s1n', []],
  ['a split beside a split', '好明', '女子日月', ['女子日月']],
]

for (const [name, word, text, expected] of cases) {
  test(name, () => assert.deepEqual(seen(word, text), expected))
}

test('a long run of one character, of no use to any word, is read once', () => {
  assert.deepEqual(seen('加微信', '信'.repeat(300_000)), [])
})

test('a word that goes on where a disguise is looked for no more is no match', () => {
  const lexicon = compileLexicon(
    ['方法', '一号ab'].map((text) => ({ id: text, text, label: 20006, level: 'block' }) as const),
  )
  assert.deepEqual(
    lexicon.find('方氵去一号abc').map(({ matched }) => matched),
    ['方氵去'],
  )
})

test('a letter run far from any syllable does not hide a word in pinyin', () => {
  assert.deepEqual(seen('加微信', 'wxyzk，jia微xin，wxyzk'), ['jia微xin'])
})

test('a word in pinyin is seen beside another, at both ends of a text', () => {
  assert.deepEqual(seen('蜂蜜茶', 'feng蜜茶，蜂mi茶，蜂蜜cha'), ['feng蜜茶', '蜂mi茶', '蜂蜜cha'])
})
