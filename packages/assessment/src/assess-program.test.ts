import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError, type PackageFiles, type SubmissionFacts } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { compileLexicon, type Lexicon } from '@fangxing/text'
import { assessProgram } from './assess-program.ts'

const lexicon = compileLexicon(starterTerms)
const submission: SubmissionFacts = {
  categories: [{ first: '工具', second: '计算器' }],
  subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
}

function pack(files: Readonly<Record<string, string>>): PackageFiles {
  const encoder = new TextEncoder()
  return new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]))
}

const plain = {
  'app.json': '{"pages":["pages/index/index"]}',
  'app.js': 'App({})',
  'pages/index/index.wxml': '<view>单位换算</view>',
  'pages/index/index.js': 'Page({})',
}

function outcomesOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { judgements } = assessProgram(pack(files), submission, lexicon)
  return Object.fromEntries(judgements.map(({ ruleId, outcome }) => [ruleId, outcome.kind]))
}

test('a plain tool passes', () => {
  const { verdict, summary } = assessProgram(pack(plain), submission, lexicon)
  assert.equal(verdict, 'pass')
  assert.deepEqual(summary.pages, ['pages/index/index'])
  assert.deepEqual(summary.failures, [])
})

test('a registered page without files is a violation at the line that registers it', () => {
  const files = { ...plain, 'app.json': '{"pages":["pages/index/index",\n"pages/gone/gone"]}' }
  const { verdict, judgements } = assessProgram(pack(files), submission, lexicon)
  const { outcome } = judgements.find(({ ruleId }) => ruleId === 'package/missing-page')!
  assert.equal(verdict, 'reject')
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(outcome.findings[0].place, {
    kind: 'file',
    file: 'app.json',
    line: 2,
    column: 1,
  })
})

test('a listed word on a page is found where its text begins', () => {
  const files = { ...plain, 'pages/index/index.wxml': '<view>\n  <text>在线赌场</text>\n</view>' }
  const { verdict, judgements } = assessProgram(pack(files), submission, lexicon)
  const { outcome } = judgements.find(({ ruleId }) => ruleId === 'wording/listed-word')!
  assert.equal(verdict, 'review')
  assert.ok(outcome.kind === 'violation')
  const { place } = outcome.findings[0]
  assert.ok(place.kind === 'file' && place.file === 'pages/index/index.wxml' && place.line === 2)
})

test('a script that cannot be parsed goes to a person and the rest is still judged', () => {
  const outcomes = outcomesOf({ ...plain, 'pages/index/index.js': 'Page({' })
  assert.equal(outcomes['package/unreadable-file'], 'violation')
  assert.equal(outcomes['package/missing-page'], 'pass')
})

test('without a manifest there is nothing to assess', () => {
  assert.throws(
    () => assessProgram(pack({ 'readme.md': '' }), submission, lexicon),
    (error) => error instanceof AppError && error.code === 'MANIFEST_MISSING',
  )
})

test('a lexicon that fails leaves the words unobserved and sends the program to a person', () => {
  const broken: Lexicon = {
    ...compileLexicon([]),
    edition: 'broken',
    find: () => {
      throw new RangeError('broken')
    },
  }
  const { verdict, judgements, summary } = assessProgram(pack(plain), submission, broken)
  const { outcome } = judgements.find(({ ruleId }) => ruleId === 'wording/listed-word')!
  assert.equal(outcome.kind, 'undetermined')
  assert.equal(verdict, 'review')
  assert.deepEqual(summary.failures, ['RangeError: broken'])
  assert.equal(summary.termHits, null)
})

test('an engine that fails on broken content leads to a person, never to a pass', () => {
  const hostile = new Map([['app.json', null as unknown as Uint8Array]])
  const assessed = tryToAssess(hostile)
  assert.notEqual(assessed, 'pass')
})

test('the order of files in the package does not matter, byte for byte', () => {
  const reversed = new Map([...pack(plain)].toReversed())
  assert.equal(
    JSON.stringify(assessProgram(reversed, submission, lexicon)),
    JSON.stringify(assessProgram(pack(plain), submission, lexicon)),
  )
})

function tryToAssess(files: PackageFiles): string {
  try {
    return assessProgram(files, submission, lexicon).verdict
  } catch (error) {
    assert.ok(error instanceof AppError)
    return error.code
  }
}
