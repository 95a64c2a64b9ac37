import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenPage } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { missingPage } from './missing-page.ts'

test('each missing page is a finding, in the order of app.json', () => {
  const pages = [seenPage('b', '', false), seenPage('a'), seenPage('c', '', false)]
  const outcome = judgeBy(missingPage, { pages })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ measured }) => measured),
    ['b', 'c'],
  )
})

test('a finding points at the line that registers the page', () => {
  const outcome = judgeBy(missingPage, { pages: [seenPage('b', '', false)] })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(outcome.findings[0].place, {
    kind: 'file',
    file: 'app.json',
    line: 3,
    column: 1,
  })
})
