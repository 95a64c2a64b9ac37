import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { showInvisible, splitInvisible } from './invisible.ts'

const TABLE: readonly [name: string, text: string, shown: string][] = [
  ['an override that turns a name around', 'exe.\u202Egnp', 'exe.⟦RLO⟧gnp'],
  ['an isolate', '\u2067a\u2069', '⟦RLI⟧a⟦PDI⟧'],
  ['zero width between two characters', '赌\u200b博', '赌⟦ZWSP⟧博'],
  ['a control character', 'a\u0007b', 'a⟦U+0007⟧b'],
  ['a tag character of a flag that spells words', 'a\u{e0041}b', 'a⟦U+E0041⟧b'],
  ['line breaks stay', '一\n二', '一\n二'],
  ['an emoji of a family stays whole', '👩\u200d👧', '👩\u200d👧'],
  ['Arabic stays as it is', 'مرحبا', 'مرحبا'],
]

for (const [name, text, shown] of TABLE) {
  test(name, () => assert.equal(showInvisible(text), shown))
}

test('what is left as text reorders nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const part of splitInvisible(text)) {
        if (!part.isMark) assert.doesNotMatch(part.text, /[\u202a-\u202e\u2066-\u2069]/)
      }
    }),
  )
})
