import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement, MissingFact, Outcome, PageRun } from '@fangxing/contract'
import { pass, undetermined } from '@fangxing/contract'
import { baijiahaoProfile, materialRules } from '@fangxing/policy'
import { compileLexicon } from '@fangxing/text'
import { assessMaterial } from './assess-material.ts'
import { withhold } from './withhold.ts'

const MATERIAL = {
  name: 'page',
  kind: 'article',
  title: '阳台种番茄的三个要点',
  blocks: [{ kind: 'paragraph', text: '阳台种番茄要晒太阳。', start: 0, ref: null }],
  channel: { first: '家居', second: null },
  publishedAt: 0,
  auditedAt: 0,
  cover: null,
  postRoll: null,
  isFiction: false,
} as const

const SAMPLE: MissingFact = {
  fact: 'content',
  because: { zh: '内容是示例。', en: 'The content is a sample.' },
}

function run(missing: readonly MissingFact[], entered = true): PageRun {
  return {
    page: 'page',
    viewport: { width: 375, height: 812 },
    entry: {
      outcome: entered ? 'entered' : 'unreachable',
      status: null,
      finalAddress: '',
      earlyErrors: [],
    },
    ...(entered ? { blocks: [], title: null } : {}),
    missing,
  }
}

function one(ruleId: string, outcome: Outcome): Judgement {
  return { ruleId, clauseId: '', severity: 'block', outcome }
}

const rows: [name: string, page: readonly PageRun[] | undefined, expected: Outcome['kind']][] = [
  ['a page that was seen whole passes', [run([])], 'pass'],
  ['an article without a page passes', undefined, 'pass'],
  ['a page of sample content does not pass', [run([SAMPLE])], 'undetermined'],
  ['a page that was not entered does not pass', [run([], false)], 'undetermined'],
  [
    'what is missing of the trace alone does not hold back words',
    [run([{ ...SAMPLE, fact: 'trace' }])],
    'pass',
  ],
]

for (const [name, page, expected] of rows) {
  test(name, () => {
    const judged = withhold([one('promotion/phone-number', pass)], materialRules, {
      material: MATERIAL,
      page,
    })
    assert.equal(judged[0]?.outcome.kind, expected)
  })
}

const found = {
  kind: 'violation',
  findings: [{ place: { kind: 'page', page: 'page' }, message: { zh: '有', en: 'there' } }],
} satisfies Outcome as Outcome
const doubted: [name: string, rule: string, missing: MissingFact, expected: Outcome['kind']][] = [
  ['an advert that floats over samples is one', 'advertising/floating-advert', SAMPLE, 'violation'],
  ['a blank screen over samples is a question', 'stability/blank-page', SAMPLE, 'undetermined'],
  ['goods that repeat in samples are a question', 'commerce/repeated-card', SAMPLE, 'undetermined'],
  [
    'a blank screen stays one when only the end was not seen',
    'stability/blank-page',
    { ...SAMPLE, fact: 'rest' },
    'violation',
  ],
  [
    'a gap in a layout without its styles is a question',
    'stability/large-blank',
    { ...SAMPLE, fact: 'styles' },
    'undetermined',
  ],
  [
    'an advert that floats without its styles is one',
    'advertising/floating-advert',
    { ...SAMPLE, fact: 'styles' },
    'violation',
  ],
  [
    'a phone number is one in any layout',
    'promotion/phone-number',
    { ...SAMPLE, fact: 'styles' },
    'violation',
  ],
  [
    'a title that no script has drawn is a question',
    'title/missing-title',
    { ...SAMPLE, fact: 'scripts' },
    'undetermined',
  ],
]

for (const [name, rule, missing, expected] of doubted) {
  test(name, () => {
    const seen = { material: MATERIAL, page: [run([missing])] }
    const [judged] = withhold([one(rule, found)], materialRules, seen)
    assert.equal(judged?.outcome.kind, expected)
  })
}

test('what was found stays found, and what is declared is judged as declared', () => {
  const judged = withhold(
    [one('promotion/phone-number', found), one('content/channel', pass)],
    materialRules,
    { material: MATERIAL, page: [run([SAMPLE])] },
  )
  assert.deepEqual(
    judged.map(({ outcome }) => outcome.kind),
    ['violation', 'pass'],
  )
})

test('the reason of a question is the part that is missing', () => {
  const [judged] = withhold([one('promotion/code', pass)], materialRules, {
    material: MATERIAL,
    page: [run([SAMPLE]), run([SAMPLE])],
  })
  assert.deepEqual(
    judged?.outcome,
    undetermined({
      zh: '页面没有看全：内容是示例。',
      en: 'The page was not seen whole. The content is a sample.',
    }),
  )
})

test('a page that was not entered lacks no title: nobody looked', () => {
  const seen = { material: { ...MATERIAL, title: null, blocks: [] }, page: [run([], false)] }
  const judged = withhold(
    [one('title/missing-title', found), one('stability/no-entry', found)],
    materialRules,
    seen,
  )
  assert.deepEqual(
    judged.map(({ outcome }) => outcome.kind),
    ['undetermined', 'violation'],
  )
})

test('of a page that nobody could open no clause of its content passes', () => {
  const { rows: found } = assessMaterial(
    {
      material: { ...MATERIAL, title: null, blocks: [] },
      profile: baijiahaoProfile,
      page: [run([], false)],
      cards: [],
      links: [],
      pictures: [],
      clips: [],
      resemblances: [],
    },
    { lexicon: compileLexicon([]) },
  )
  const passed = found.filter(({ outcome }) => outcome.kind === 'pass')
  assert.deepEqual(
    passed.map(({ clauseId }) => clauseId.split('/')[1]),
    ['6.b'],
  )
})
