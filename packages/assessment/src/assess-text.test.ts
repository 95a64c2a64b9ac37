import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { compileLexicon, type Lexicon } from '@fangxing/text'
import fc from 'fast-check'
import { assessText } from './assess-text.ts'

const lexicon = compileLexicon(starterTerms)

function assess(text: string, scene = 2) {
  return assessText({ texts: [{ field: 'content', text }], scene }, lexicon)
}

const cases: [name: string, text: string, verdict: Verdict, label: number][] = [
  ['ordinary words', '今天的银杏叶很好看，下次一起去。', 'pass', 100],
  ['an empty text', '', 'pass', 100],
  ['a word listed to be stopped', '兼职：出售银行卡，现结', 'reject', 20008],
  ['a word that a person reads in context', '可以加微信聊', 'review', 10001],
  ['a warning that names the word', '社区宣传：远离赌博，平安回家', 'pass', 100],
  ['a word worth a remark only', '更多内容见公众号', 'pass', 100],
  ['a worse word beside a doubtful one', '加微信，代开发票', 'reject', 20008],
  ['the first official test string', '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', 'reject', 21000],
  ['the second official test string', '完2347全dfji试3726测asad感3847知qwez到', 'reject', 21000],
  ['a test string in disguise is none', '特3456书yuuo莞6543李zxcz蒜7782法fgnv 级', 'pass', 100],
]

for (const [name, text, verdict, label] of cases) {
  test(`${name} → ${verdict}`, () => {
    const assessed = assess(text)
    assert.deepEqual([assessed.verdict, assessed.label], [verdict, label])
  })
}

test('a hit tells the field and the range of the original text', () => {
  const { hits } = assessText(
    {
      texts: [
        { field: 'title', text: '你好' },
        { field: 'content', text: '急！办假证' },
      ],
      scene: 3,
    },
    lexicon,
  )
  assert.deepEqual(
    hits.map(({ place, matched }) => [place, matched]),
    [[{ kind: 'text', field: 'content', start: 2, end: 5 }, '办假证']],
  )
})

test('a term of another scene does not count', () => {
  const profileOnly = compileLexicon([
    { id: 'a', text: '客服', label: 10001, level: 'block', scenes: [1] },
  ])
  const texts = [{ field: 'nickname', text: '官方客服' }]
  assert.equal(assessText({ texts, scene: 1 }, profileOnly).verdict, 'reject')
  assert.equal(assessText({ texts, scene: 2 }, profileOnly).verdict, 'pass')
})

test('a lexicon that fails sends the text to a person', () => {
  const broken: Lexicon = {
    ...compileLexicon([]),
    edition: 'broken',
    find: () => {
      throw new RangeError('broken')
    },
  }
  const assessed = assessText({ texts: [{ field: 'content', text: '你好' }], scene: 2 }, broken)
  assert.deepEqual([assessed.verdict, assessed.label], ['review', 21000])
})

test('the edition changes with the lexicon and only with it', () => {
  const other = compileLexicon([{ id: 'a', text: '示例词', label: 21000, level: 'review' }])
  assert.equal(assess('甲').edition, assess('乙').edition)
  const texts = [{ field: 'content', text: '甲' }]
  assert.notEqual(assessText({ texts, scene: 2 }, other).edition, assess('甲').edition)
})

test('any text gives an answer, twice the same, and hits slice back to what was matched', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('加', '微', '信', ' ', '\u200b', '赌', '博', 'v', 'Ｘ'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const assessed = assess(text)
      assert.equal(JSON.stringify(assess(text)), JSON.stringify(assessed))
      for (const { place, matched } of assessed.hits) {
        assert.ok(place.kind === 'text' && text.slice(place.start, place.end) === matched)
      }
    }),
  )
})
