import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '@fangxing/contract'
import { rulesOfScene, starterTerms, textRules } from '@fangxing/policy'
import { compileLexicon, type Lexicon, loadShippedModel, type TextClassifier } from '@fangxing/text'
import fc from 'fast-check'
import { assessText, assessTexts, type TextOrder } from './assess-text.ts'

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

const JOB = '平台首充送，提款秒到账'
const { classifier } = await loadShippedModel()

function assessBy(text: string, options: Parameters<typeof assessText>[2], scene = 2) {
  return assessText({ texts: [{ field: 'content', text }], scene }, lexicon, options)
}

test('a text without listed words goes to a person when a model takes it for crime', () => {
  const assessed = assessBy(JOB, { classifier })
  assert.deepEqual([assessed.verdict, assessed.label], ['review', 20006])
  assert.equal(assessed.hits.length, 0)
  assert.equal(assessed.classes[0]?.label, 20006)
  assert.equal(assess(JOB).verdict, 'pass')
})

test('a listed word names the label before the model does', () => {
  assert.equal(assessBy(`${JOB}，代开发票`, { classifier }).label, 20008)
})

test('where the scene only remarks what a model estimates, nobody is called', () => {
  const assessed = assessBy(JOB, { classifier, rules: rulesOfScene(textRules, 0) })
  assert.deepEqual([assessed.verdict, assessed.label], ['pass', 100])
  assert.ok(assessed.judgements.some(({ outcome }) => outcome.kind === 'violation'))
})

test('a classifier that fails sends the text to a person', () => {
  const broken: TextClassifier = {
    edition: 'broken',
    classify: () => {
      throw new RangeError('broken')
    },
  }
  assert.equal(assessBy('你好', { classifier: broken }).verdict, 'review')
})

test('the edition names the model and what the scene weighs otherwise', () => {
  const plain = assess(JOB).edition
  const judged = assessBy(JOB, { classifier }).edition
  assert.match(judged, new RegExp(`\\.model-${classifier.edition}$`))
  assert.notEqual(judged.split('.')[0], plain.split('.')[0])
  const remarked = assessBy(JOB, { classifier, rules: rulesOfScene(textRules, 0) }).edition
  assert.notEqual(remarked.split('.')[0], judged.split('.')[0])
})

test('texts that are assessed together get the answers that each gets alone', () => {
  const parts = ['加微信', '办假证', '你好', '赌', '博', '平台首充送', ' ', 'Ｘ']
  const anyText = fc.array(fc.constantFrom(...parts)).map((chosen) => chosen.join(''))
  const anyOrder = fc.record({
    texts: fc.array(fc.record({ field: fc.constantFrom('content', 'title'), text: anyText })),
    scene: fc.integer({ min: 1, max: 4 }),
    lexicon: fc.constantFrom(lexicon, compileLexicon([])),
    classifier: fc.constantFrom(undefined, classifier),
    rules: fc.constantFrom(undefined, rulesOfScene(textRules, 0)),
  })
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 6 }), (orders: readonly TextOrder[]) => {
      const alone = orders.map((order) => assessText(order, order.lexicon, order))
      assert.deepEqual(assessTexts(orders), alone)
    }),
  )
})

test('an engine that fails for one text fails for no other', () => {
  const picky: TextClassifier = {
    edition: 'picky',
    classify: (text, options) => {
      if (text === '坏') throw new RangeError('picky')
      return classifier.classify(text, options)
    },
  }
  const orders = ['好', '坏', '好'].map((text) => ({
    ...{ texts: [{ field: 'content', text }], scene: 2 },
    ...{ lexicon, classifier: picky },
  }))
  assert.deepEqual(
    assessTexts(orders).map(({ verdict }) => verdict),
    ['pass', 'review', 'pass'],
  )
})
