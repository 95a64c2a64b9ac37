import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileLexicon, type Term } from './index.ts'

function term(text: string, more: Partial<Term> = {}): Term {
  return { id: text, text, label: 20006, level: 'block', ...more }
}

function seen(words: readonly string[], text: string): readonly string[] {
  return compileLexicon(words.map((word) => term(word)))
    .find(text)
    .map(({ matched, conversions }) => `${matched}|${conversions.join()}`)
}

const disguises: [name: string, word: string, text: string, expected: string][] = [
  ['written as listed', '赌博', '他去赌博了', '赌博|'],
  ['full width', 'vx号', '我的ＶＸ号', 'ＶＸ号|width'],
  ['upper case', 'vx号', '我的VX号', 'VX号|case'],
  ['traditional characters', '赌博', '去賭博', '賭博|traditional'],
  ['a traditional word as listed', '賭博', '去賭博', '賭博|'],
  ['a traditional word written simplified', '賭博', '去赌博', '赌博|traditional'],
  ['circled digits', '加群123', '加群①②③', '加群①②③|digit'],
  ['financial digits', '三级片', '叁级片', '叁级片|digit'],
  ['key-cap digits', '加群123', '加群1️⃣2️⃣3️⃣', '加群1️⃣2️⃣3️⃣|invisible'],
  ['accents', 'casino', 'cásinò', 'cásinò|accent'],
  ['circled letters', 'vx号', 'ⓥⓧ号', 'ⓥⓧ号|enclosed'],
  ['squared letters beyond U+FFFF', 'vx号', '🆅🆇号', '🆅🆇号|enclosed'],
  ['mathematical letters', 'casino', '𝐜𝐚𝐬𝐢𝐧𝐨', '𝐜𝐚𝐬𝐢𝐧𝐨|enclosed'],
  ['Cyrillic look-alikes', 'casino', 'саsіnо', 'саsіnо|lookalike'],
  ['zero-width characters', '赌博', '赌\u200b博', '赌\u200b博|invisible'],
  ['bidi controls', '赌博', '赌\u202e博', '赌\u202e博|invisible'],
  ['combining strokes', '赌博', '赌\u0336博\u0336', '赌\u0336博\u0336|invisible'],
  ['symbols in between', '加微信', '加*微#信', '加*微#信|gap'],
  ['spaces in between', '加微信', '加 微 信', '加 微 信|gap'],
  ['emoji in between', '加微信', '加😀微😀信', '加😀微😀信|gap'],
  ['commas after every character', '加微信', '加，微，信', '加，微，信|spelled'],
  ['one character a line', '加微信', '加\n微\n信', '加\n微\n信|spelled'],
  ['Latin spelled out', 'casino', 'c a s i n o', 'c a s i n o|spelled'],
  ['repeated characters', '加微信', '加加微微微信', '加加微微微信|repeat'],
  ['a homophone', '加微信', '加惟信', '加惟信|homophone'],
  ['a near homophone', '蜂蜜柚子', '蜂蜜右子', '蜂蜜右子|homophone'],
  ['merged endings', '青石小路', '亲石小路', '亲石小路|near'],
  ['all of it in pinyin', '加微信', '来jiaweixin吧', 'jiaweixin|pinyin'],
  ['some of it in pinyin', '蜂蜜茶', '蜂mi茶', '蜂mi茶|pinyin'],
  ['a letter for a character', '蜂蜜茶', '蜂m茶', '蜂m茶|initials'],
  ['an alias', '加微信', '加vx', '加vx|alias'],
  ['a split character', '赌博', '贝者博', '贝者博|split'],
  ['a radical split off', '方法论', '方氵去论', '方氵去论|split'],
  ['a look-alike character', '微雨天', '徽雨天', '徽雨天|shape'],
  ['a look-alike of a rarer character', '末班车', '未班车', '未班车|shape'],
  ['digits for characters', '二十三号线', '2十3号线', '2十3号线|number'],
  ['characters for digits', '加群一二三', '加群123', '加群123|number'],
  ['digits for letters', 'casino', 'c4s1n0', 'c4s1n0|leet'],
  ['its characters backwards', '蜂蜜柚子', '快来子柚蜜蜂', '子柚蜜蜂|reversed'],
  ['its characters down a column', '蜂蜜茶', '蜂a\n蜜b\n茶c', '蜂a\n蜜b\n茶|vertical'],
  ['a character beyond U+FFFF', '𠮷野家', '去𠮷野家吃', '𠮷野家|'],
]

for (const [name, word, text, expected] of disguises) {
  test(`a word is seen with ${name}`, () => {
    assert.deepEqual(seen([word], text), [expected])
  })
}

const innocents: [name: string, word: string, text: string][] = [
  ['over a full stop', '赌博', '他跟我打赌。博物馆周一关门'],
  ['over a comma', '刷单', '他去刷，单子在我这'],
  ['over a line break', '刷单', '他去刷\n单子在我这'],
  ['over Latin word gaps', 'casino', 'the cas in office'],
  ['inside a Latin word', 'ass', 'a class'],
  ['in a homophone of a short word', '独播', '请独博物馆'],
  ['in other words of the same sound', '加微信', '嘉卫新的作品'],
  ['in an abbreviation', '蜂蜜茶', '这是fmc的意思'],
  ['inside a number', '64', '价格1640元'],
]

for (const [name, word, text] of innocents) {
  test(`no word is seen ${name}`, () => {
    assert.deepEqual(seen([word], text), [])
  })
}

test('a word is not seen by a conversion that its term does not allow', () => {
  const lexicon = compileLexicon([term('赌博', { conversions: ['traditional'] })])
  assert.equal(lexicon.find('賭博').length, 1)
  assert.equal(lexicon.find('赌*博').length, 0)
})

test('a term counts in its own scenes only, and everywhere when no scene is asked for', () => {
  const lexicon = compileLexicon([term('代购', { scenes: [2, 3] })])
  assert.equal(lexicon.find('代购', { scene: 2 }).length, 1)
  assert.equal(lexicon.find('代购', { scene: 1 }).length, 0)
  assert.equal(lexicon.find('代购').length, 1)
})

test('a word inside an innocent phrase is no match, and outside it still is', () => {
  const lexicon = compileLexicon([term('微信')], { allowed: ['微信息'] })
  assert.deepEqual(
    lexicon.find('微信息展示，加微信').map(({ start }) => start),
    [7],
  )
})

test('an exception of one term leaves the other terms alone', () => {
  const lexicon = compileLexicon([term('火', { except: ['火车'] }), term('车')])
  assert.deepEqual(
    lexicon.find('火车').map((match) => match.term),
    ['车'],
  )
})

const far = '一'.repeat(21)
const conditions: [name: string, text: string, expected: number][] = [
  ['what must be near stands before', '发票代开', 1],
  ['what must be near stands after, disguised', '代开各种發*票', 1],
  ['what must be near is missing', '代开车', 0],
  ['what must be near is just too far', `代开${far}发票`, 0],
  ['what must be near is just near enough', `代开${far.slice(1)}发票`, 1],
  ['what must not be near is near', '代开发票，税务局窗口', 0],
  ['what must not be near is too far', `代开发票${far}税务局`, 1],
]

for (const [name, text, expected] of conditions) {
  test(`a term with conditions: ${name}`, () => {
    const lexicon = compileLexicon([term('代开', { near: ['发票'], notNear: ['税务局'] })])
    assert.equal(lexicon.find(text).length, expected)
  })
}

test('confidence is 1 as listed and falls with every conversion', () => {
  const lexicon = compileLexicon([term('赌博网')])
  const [plain, one, two] = ['赌博网', '賭博网', '賭*博网'].map(
    (text) => lexicon.find(text)[0]?.confidence ?? 0,
  )
  assert.ok(plain === 1 && one! < 1 && two! < one!)
})

test('the two strings the platform documents for trying its first interface are plain terms', () => {
  const strings = [
    '特3456书yuuo莞6543李zxcz蒜7782法fgnv级',
    '完2347全dfji试3726测asad感3847知qwez到',
  ]
  for (const text of strings) assert.deepEqual(seen(strings, text), [`${text}|`])
})

test('terms that could match nothing or everything are refused with a reason', () => {
  const { refused, termCount } = compileLexicon([term('***'), term('c++'), term(''), term('好词')])
  assert.equal(termCount, 1)
  assert.deepEqual(
    refused.map((refusal) => refusal.term.text),
    ['***', 'c++', ''],
  )
})

test('the edition changes with the terms and with nothing else', () => {
  const edition = compileLexicon([term('甲')]).edition
  assert.equal(compileLexicon([term('甲')]).edition, edition)
  assert.notEqual(compileLexicon([term('乙')]).edition, edition)
  assert.notEqual(compileLexicon([term('甲', { level: 'hint' })]).edition, edition)
})

const ALPHABET = [...'加微信赌博賭vVxｖ1①，。 *\n\u200b\u0336😀𠮷\ud800', '信信', 'ab']
const text = fc
  .array(fc.constantFrom(...ALPHABET), { maxLength: 40 })
  .map((parts) => parts.join(''))
const words = fc.array(
  fc
    .array(fc.constantFrom(...'加微信赌博v1x'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('')),
  { maxLength: 6 },
)

test('any string returns, in order, and offsets slice back to what was matched', () => {
  const lexicon = compileLexicon([term('加微信'), term('赌博'), term('vx')])
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), (any) => {
      let before = 0
      for (const { start, end, matched } of lexicon.find(any)) {
        assert.equal(any.slice(start, end), matched)
        assert.ok(start >= before && end > start)
        before = start
      }
    }),
    { numRuns: 500 },
  )
})

test('adding a word never removes a match of another', () => {
  fc.assert(
    fc.property(words, words, text, (some, more, any) => {
      const alone = compileLexicon(some.map((word) => term(word))).find(any)
      const together = compileLexicon([...some, ...more].map((word) => term(word))).find(any)
      const found = new Set(together.map((match) => JSON.stringify(match)))
      for (const match of alone) assert.ok(found.has(JSON.stringify(match)))
    }),
    { numRuns: 300 },
  )
})

test('the order of the terms does not change what is found', () => {
  fc.assert(
    fc.property(words, text, (some, any) => {
      const terms = some.map((word) => term(word))
      const found = (listed: readonly Term[]) =>
        compileLexicon(listed)
          .find(any)
          .map((match) => JSON.stringify(match))
          .sort()
      assert.deepEqual(found(terms), found(terms.toReversed()))
    }),
    { numRuns: 200 },
  )
})
