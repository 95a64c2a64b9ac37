import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category, Judgement, Severity, SubmissionFacts } from '@fangxing/contract'
import { describeForecast } from './describe-filing.ts'
import { forecastFiling } from './forecast-filing.ts'

const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
const NOTES: Category = { first: '社交', second: '笔记' }
const TOOL: Category = { first: '工具', second: '备忘录' }
/** 2026-11-22, noon in Shanghai. */
const reviewedAt = Date.UTC(2026, 10, 22, 4)

const submitted = (...categories: readonly Category[]): SubmissionFacts => ({
  categories,
  subject: SUBJECT,
})

function violation(ruleId: string, severity: Severity): Judgement {
  const place = { kind: 'file', file: 'a.wxml', line: 1, column: 1 } as const
  const message = { zh: '。', en: '.' }
  const outcome = { kind: 'violation', findings: [{ place, message }] } as const
  return { ruleId, clauseId: 'x/1', severity, outcome }
}

const FORUM = violation('category/social-without-category', 'block')
const CHAT = violation('category/chat-without-category', 'review')

function told(
  facts: SubmissionFacts,
  judgements: readonly Judgement[],
  filed: readonly Category[] = [],
): readonly string[] {
  const forecast = forecastFiling(facts, judgements, { filed, reviewedAt })
  return forecast === null ? [] : describeForecast(forecast).map(({ en }) => en)
}

test('nothing declared and nothing shown says nothing', () => {
  assert.deepEqual(told(submitted(), []), [])
})

test('what the code shows is filed, though nobody declared it', () => {
  assert.deepEqual(told(submitted(TOOL), [FORUM]), [
    'filed before the first launch: 社交-社区/论坛; 7 natural days from the notice, then pre-launch',
    'the code also needs: 社交-社区/论坛; add it now, so that nobody files twice',
    'a launch can be counted on from 2026-11-29 24:00, with the notice on that day; sooner if the authority answers',
  ])
})

test('what was filed before is not filed again, and no day is waited for', () => {
  assert.deepEqual(told(submitted(NOTES), [], [NOTES]), ['the declared categories are not filed'])
})

test('what only a person can tell is told as perhaps', () => {
  assert.deepEqual(told(submitted(TOOL), [CHAT]), [
    'the declared categories are not filed',
    'one of these may be asked for, too: 社交-陌生人交友、社交-熟人交友; a reviewer decides',
  ])
})

test('an individual learns that no category is open for what the code shows', () => {
  const facts = { ...submitted(), subject: { ...SUBJECT, kind: 'individual' as const } }
  assert.deepEqual(told(facts, [FORUM]), [
    'the code needs one of these: 社交-社区/论坛、社交-笔记、社交-问答; all are closed to this subject',
  ])
})
