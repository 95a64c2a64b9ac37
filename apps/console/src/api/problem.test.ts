import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ApiProblem, detailLines, parseProblem, sentenceOf } from './problem.ts'
import { readAnswer, withQuery } from './request.ts'

const stale = {
  type: 'urn:fangxing:error:STALE_FENCE',
  title: 'Conflict',
  status: 409,
  code: 'STALE_FENCE',
  detail: '请重新领取。',
  details: { fence: 3, allowed: ['claim'] },
  requestId: 'r-1',
}

test('problem details keep code, words, values and request id', () => {
  const problem = parseProblem(409, stale)
  assert.equal(problem.code, 'STALE_FENCE')
  assert.equal(problem.requestId, 'r-1')
  assert.deepEqual(detailLines(problem), ['fence: 3', 'allowed: ["claim"]'])
  assert.match(sentenceOf(problem.code)?.zh ?? '', /重新领取/)
})

test('an unknown code is an internal error', () => {
  assert.equal(parseProblem(500, { code: 'toString' }).code, 'INTERNAL')
})

test('any body is a problem', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      assert.equal(typeof parseProblem(502, body).title, 'string')
    }),
  )
})

test('an answer is its value, a refusal is thrown', () => {
  assert.deepEqual(readAnswer(200, '{"open":true}'), { open: true })
  assert.equal(readAnswer(204, ''), null)
  assert.throws(
    () => readAnswer(409, JSON.stringify(stale)),
    (error) => error instanceof ApiProblem && error.problem.code === 'STALE_FENCE',
  )
  assert.throws(() => readAnswer(502, '<html>'), ApiProblem)
})

test('what is undefined is left out of a query', () => {
  assert.equal(withQuery('/v1/releases', { appid: undefined, cursor: '' }), '/v1/releases')
  assert.equal(
    withQuery('/v1/releases', { state: 'filing', limit: 5 }),
    '/v1/releases?state=filing&limit=5',
  )
})
