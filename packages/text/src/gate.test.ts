import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ConversionName, compileLexicon } from './index.ts'

function count(word: string, text: string, conversions?: readonly ConversionName[]): number {
  const term = { id: word, text: word, label: 20006, level: 'block' } as const
  return compileLexicon([conversions === undefined ? term : { ...term, conversions }]).find(text)
    .length
}

const cases: [name: string, word: string, text: string, expected: number][] = [
  ['two characters have too many namesakes', '蜂蜜', '丰蜜', 0],
  ['of three characters one may be swapped', '蜂蜜茶', '丰蜜茶', 1],
  ['of three characters not two', '蜂蜜茶', '丰密茶', 0],
  ['of four characters two may be swapped', '蜂蜜柚茶', '丰密柚茶', 1],
  ['of four characters not three', '蜂蜜柚茶', '丰密右茶', 0],
  ['three characters are not read backwards', '蜂蜜茶', '茶蜜蜂', 0],
  ['four characters are', '蜂蜜柚茶', '茶柚蜜蜂', 1],
  ['half of a word may be letters', '蜂蜜柚茶', '蜂蜜yc', 1],
  ['more than half may not', '蜂蜜柚茶', '蜂myc', 0],
  ['a short Latin word keeps its digits', 'moon', 'm00n', 0],
  ['a longer one does not', 'lemon', 'l3m0n', 1],
]

for (const [name, word, text, expected] of cases) {
  test(`without a word from its term: ${name}`, () => assert.equal(count(word, text), expected))
}

test('a term that names its conversions is not held to its length', () => {
  assert.equal(count('蜂蜜', '丰密', ['homophone']), 1)
  assert.equal(count('蜂蜜柚茶', '加fmyc吧', ['initials']), 1)
})

test('a term that names its conversions allows no others', () => {
  assert.equal(count('蜂蜜柚茶', '茶柚蜜蜂', ['homophone']), 0)
})
