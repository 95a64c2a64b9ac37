import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everydayWords } from '../../train/everyday-words.ts'
import { limitsOf } from './limits.ts'
import { loadShippedModel } from './shipped.ts'
import { KNOWN_LABELS } from './topics.ts'

const { classifier, edition } = await loadShippedModel()

test('any string is answered, and its probabilities sum to one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { probabilities, label, suggest } = classifier.classify(text)
      const sum = Object.values(probabilities).reduce((total, share) => total + share, 0)
      assert.ok(Math.abs(sum - 1) < 1e-9)
      assert.equal(suggest === 'pass', label === 100)
    }),
  )
})

test('lone surrogates and very long texts are answered', () => {
  assert.equal(classifier.classify('\ud800').label, 100)
  assert.equal(classifier.classify('好'.repeat(1_000_000)).suggest, 'pass')
})

test('the same text is answered the same, whatever came before', () => {
  const before = classifier.classify('今晚一起去看电影吗')
  classifier.classify('线上博彩注册就送彩金')
  assert.deepEqual(classifier.classify('今晚一起去看电影吗'), before)
})

test('an empty text passes', () => {
  assert.equal(classifier.classify('').suggest, 'pass')
})

test('an answer names the edition of the model and every known label', () => {
  const answer = classifier.classify('你好')
  assert.equal(answer.edition, edition)
  assert.deepEqual(Object.keys(answer.probabilities).map(Number), [...KNOWN_LABELS])
})

const seen: [name: string, text: string, label: number][] = [
  ['a betting site that pays to register', '澳门新葡京娱乐城 注册送彩金 秒提款', 20006],
  ['paid likes by the piece', '抖音点赞员，一单一结，日结秒到', 10001],
  ['cash from a shopping credit', '花呗白条套现秒到账 加薇信', 10001],
  ['forged papers', '代办毕业证学位证，网上可查，先办后付款', 20006],
  ['a loan that looks at no record', '无抵押贷款，不看征信，凭身份证当天放款', 20008],
  ['a betting site with signs in between', '澳*门*新*葡*京*娱*乐*城，注册送彩金', 20006],
]
for (const [name, text, label] of seen) {
  test(`${name} is seen`, () => {
    assert.equal(classifier.classify(text).label, label)
  })
}

const ordinary: [name: string, text: string][] = [
  ['a friend who asks about dinner', '晚上一起吃火锅吗？我请客'],
  ['a headline about an arrest for gambling', '警方打掉一跨境网络赌博团伙'],
  ['a delivery notice', '您的快递已到达，请凭取件码领取'],
  ['a review', '味道不错，就是送餐有点慢'],
  ['a headline about markets', '沪指收涨，券商股走强'],
  ['a bare number', '12345'],
  ['a word of another script', 'abc'],
]
for (const [name, text] of ordinary) {
  test(`${name} passes`, () => {
    assert.equal(classifier.classify(text).suggest, 'pass')
  })
}

test('a profile is asked about sooner than a social log', () => {
  for (const label of KNOWN_LABELS) {
    if (label === 100) continue
    assert.ok(limitsOf(1)[label].review < limitsOf(2)[label].review)
    assert.ok(limitsOf(2)[label].review < limitsOf(4)[label].review)
  }
})

test('a sentence is asked about sooner than a few characters, and no later for being longer still', () => {
  for (const label of KNOWN_LABELS) {
    if (label === 100) continue
    assert.ok(limitsOf(2, 30)[label].review < limitsOf(2, 5)[label].review)
    assert.ok(limitsOf(2, 5)[label].review < limitsOf(2, 2)[label].review)
    assert.equal(limitsOf(2, 1)[label].review, limitsOf(2, 0)[label].review)
    assert.equal(limitsOf(2, 100)[label].review, limitsOf(2, 4000)[label].review)
  }
})

for (const [scene, name, most] of [
  [1, 'a profile', 0.015],
  [2, 'a comment', 0.006],
] as const) {
  test(`of everyday words, each by itself ${name}, hardly any asks for a person`, () => {
    const words = everydayWords()
    const asking = words.filter((word) => classifier.classify(word, { scene }).suggest !== 'pass')
    assert.ok(asking.length / words.length < most, asking.join(' '))
  })
}

test('an unknown scene has the limits of a comment', () => {
  assert.deepEqual(limitsOf(99), limitsOf(2))
})
