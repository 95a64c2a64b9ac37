import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError, type Finding, type Judgement, type PackageFiles } from '@fangxing/contract'
import { describeBaseline, parseBaseline, toBaseline } from './baseline.ts'
import { holdBack } from './hold-back.ts'
import { findOpenFindings } from './open-findings.ts'
import { readSuppressions, type Suppression } from './suppressions.ts'

const RULE = 'ugc/unguarded-publishing'
const TODAY = '2026-11-22'

const finding = (file: string, line: number, zh = '没有检测'): Finding => ({
  place: { kind: 'file', file, line, column: 1 },
  message: { zh, en: 'no check' },
})

const violation = (first: Finding, ...rest: readonly Finding[]): Judgement => ({
  ruleId: RULE,
  clauseId: 'a/1',
  severity: 'block',
  outcome: { kind: 'violation', findings: [first, ...rest] },
})

const unknown: Judgement = {
  ruleId: RULE,
  clauseId: 'a/1',
  severity: 'block',
  outcome: { kind: 'undetermined', because: { zh: '看不到', en: 'not seen' } },
}

const suppression = (fields: Partial<Suppression>): Suppression => ({
  rule: RULE,
  file: undefined,
  reason: '由客服逐条看',
  until: '2026-12-31',
  origin: 'fangxing.json#0',
  ...fields,
})

function packageOf(texts: Readonly<Record<string, string>>): PackageFiles {
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  )
}

const judgements = [violation(finding('pages/a.js', 3), finding('pages/b/c.js', 9))]

function held(suppressions: readonly Suppression[], files: PackageFiles = new Map()) {
  return holdBack(judgements, { suppressions, baseline: undefined, files, today: TODAY })
}

const globs: readonly (readonly [name: string, file: string | undefined, count: number])[] = [
  ['no file means every file', undefined, 2],
  ['one star stays in its folder', 'pages/*.js', 1],
  ['two stars go into folders', 'pages/**', 2],
  ['a dot is a dot', 'pages/axjs', 0],
  ['another file is not meant', 'pages/d.js', 0],
]

for (const [name, file, count] of globs) {
  test(`in a suppression ${name}`, () => {
    assert.equal(held([suppression({ file })]).held.length, count)
  })
}

test('a suppression holds on its last day and not on the next', () => {
  assert.equal(held([suppression({ until: TODAY })]).held.length, 2)
  const late = held([suppression({ until: '2026-11-21' })])
  assert.deepEqual([late.held.length, late.expired.length, late.unused.length], [0, 1, 0])
})

test('a rule all of whose findings are accepted passes', () => {
  assert.deepEqual(held([suppression({})]).judgements[0]?.outcome, { kind: 'pass' })
})

test('a suppression of another rule is unused and holds nothing back', () => {
  const { judgements: left, unused } = held([suppression({ rule: 'package/missing-page' })])
  assert.deepEqual(left, judgements)
  assert.equal(unused.length, 1)
})

const comments: readonly (readonly [
  name: string,
  line: string,
  held: number,
  incomplete: number,
])[] = [
  [
    'with reason and day',
    '// fangxing-ignore ugc/unguarded-publishing until 2026-12-31: 有人工',
    1,
    0,
  ],
  ['in a block', '/* fangxing-ignore ugc/unguarded-publishing until 2026-12-31：有人工 */', 1, 0],
  [
    'in a template',
    '<!-- fangxing-ignore ugc/unguarded-publishing until 2026-12-31: 有人工 -->',
    1,
    0,
  ],
  ['without a day', '// fangxing-ignore ugc/unguarded-publishing: 有人工', 0, 1],
  ['without a reason', '// fangxing-ignore ugc/unguarded-publishing until 2026-12-31', 0, 1],
  ['past its day', '// fangxing-ignore ugc/unguarded-publishing until 2026-01-31: 有人工', 0, 0],
  ['of another rule', '// fangxing-ignore package/missing-page until 2026-12-31: 有人工', 0, 0],
]

for (const [name, line, count, incomplete] of comments) {
  test(`a comment ${name} before the line holds ${count} back`, () => {
    const seen = held([], packageOf({ 'pages/a.js': `\n${line}\nadd()` }))
    assert.deepEqual([seen.held.length, seen.incomplete.length], [count, incomplete])
  })
}

test('a baseline accepts as many of a kind as it counted, wherever they moved, and no more', () => {
  const findings = [finding('a.js', 1), finding('a.js', 5)]
  const before = [violation(findings[0] as Finding, ...findings.slice(1)), unknown]
  const text = describeBaseline(toBaseline(before.flatMap(findOpenFindings)))
  const baseline = parseBaseline(text, 'fangxing-baseline.json')
  const seen = (after: readonly Judgement[]) =>
    holdBack(after, { suppressions: [], baseline, files: new Map(), today: TODAY })

  assert.deepEqual([seen(before).held.length, seen(before).gone.length], [3, 0])
  const more = seen([violation(finding('a.js', 30), finding('a.js', 40), finding('a.js', 50))])
  assert.equal(more.held.length, 2)
  assert.equal(more.judgements[0]?.outcome.kind, 'violation')
  assert.deepEqual(
    seen([violation(finding('a.js', 1))]).gone.map(({ count }) => count),
    [1, 1],
  )
})

test('a baseline is written in the same order whatever the order of findings', () => {
  const findings = findOpenFindings(judgements[0] as Judgement)
  assert.equal(
    describeBaseline(toBaseline(findings)),
    describeBaseline(toBaseline(findings.toReversed())),
  )
})

const malformed: readonly (readonly [name: string, text: string])[] = [
  ['is no JSON', '{'],
  ['is a list', '[]'],
  ['has suppressions that are no list', '{"suppressions": {}}'],
  ['leaves out a reason', `{"suppressions": [{"rule": "${RULE}", "until": "2026-12-31"}]}`],
  ['leaves out a day', `{"suppressions": [{"rule": "${RULE}", "reason": "x"}]}`],
  [
    'writes a day of its own kind',
    `{"suppressions": [{"rule": "${RULE}", "reason": "x", "until": "明年"}]}`,
  ],
]

for (const [name, text] of malformed) {
  test(`a settings file that ${name} is refused`, () => {
    assert.throws(
      () => readSuppressions(packageOf({ 'fangxing.json': text })),
      (error) => error instanceof AppError && error.code === 'PROJECT_FILE_MALFORMED',
    )
  })
}

for (const text of ['', '{}', '{"findings": [{}]}', '{"findings": 3}']) {
  test(`“${text}” is no baseline`, () => {
    assert.throws(
      () => parseBaseline(text, 'b.json'),
      (error) => error instanceof AppError && error.details.file === 'b.json',
    )
  })
}
