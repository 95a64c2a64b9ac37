import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addToIndex } from './add-to-index.ts'
import { draftRule, isRuleId, toExportName } from './draft-rule.ts'

const INDEX = `import type { Rule } from '../src/rule.ts'
import { missingPage } from './package/missing-page.ts'
import { listedWord } from './text/listed-word.ts'

export const rules: readonly Rule[] = [
  missingPage,
  listedWord,
]
`

const places: [name: string, id: string, order: string][] = [
  ['first', 'category/odd-name', 'oddName missingPage listedWord'],
  ['between', 'sharing/forced-sharing', 'missingPage forcedSharing listedWord'],
  ['last', 'wording/shouting', 'missingPage listedWord shouting'],
]

for (const [name, id, order] of places) {
  test(`a rule that comes ${name} is put there, in imports and entries alike`, () => {
    const source = addToIndex(INDEX, id)
    const imported = [...source.matchAll(/^import \{ (\w+) \}/gm)].map(([, word]) => word)
    const entered = [...source.matchAll(/^ {2}(\w+),$/gm)].map(([, word]) => word)
    assert.equal(imported.join(' '), order)
    assert.equal(entered.join(' '), order)
  })
}

const ids: [id: string, accepted: boolean][] = [
  ['sharing/forced-sharing', true],
  ['ugc/x', true],
  ['forced-sharing', false],
  ['../evil', false],
  ['sharing/Forced', false],
  ['sharing/a/b', false],
  ['', false],
]

for (const [id, accepted] of ids) {
  test(`“${id}” is ${accepted ? 'a' : 'no'} rule id`, () => {
    assert.equal(isRuleId(id), accepted)
  })
}

test('the draft exports the violation under its own name', () => {
  assert.equal(toExportName('sharing/forced-sharing'), 'forcedSharing')
  assert.match(draftRule('sharing/forced-sharing'), /export const forcedSharing = defineRule/)
})
