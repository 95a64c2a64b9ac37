import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContactCode, Party } from './contact-code.ts'
import {
  CODE_VALID_MS,
  checkContactCode,
  issueContactCode,
  MAX_CODES_PER_HOUR,
  MAX_GUESSES,
} from './contact-code.ts'
import { HOUR_MS, MONDAY } from './examples.ts'

function issued(kind: Party = 'authority', draw = 4217): ContactCode {
  const result = issueContactCode({ kind, name: '李' }, draw, MONDAY, [])
  assert.ok(result.ok)
  return result.code
}

const cases: [
  name: string,
  code: ContactCode,
  heard: string,
  by: Party,
  at: number,
  answer: string,
][] = [
  ['as it is', issued(), '004217', 'developer', MONDAY, 'matches'],
  ['as people read numbers', issued(), ' 004-217 ', 'developer', MONDAY, 'matches'],
  ['the other way round', issued('developer'), '004217', 'authority', MONDAY, 'matches'],
  ['another number', issued(), '004218', 'developer', MONDAY, 'wrong'],
  ['without its zeros', issued(), '4217', 'developer', MONDAY, 'wrong'],
  ['nothing', issued(), '', 'developer', MONDAY, 'wrong'],
  ['typed in by the caller', issued(), '004217', 'authority', MONDAY, 'ownCode'],
  ['in its last moment', issued(), '004217', 'developer', MONDAY + CODE_VALID_MS - 1, 'matches'],
  ['a moment too late', issued(), '004217', 'developer', MONDAY + CODE_VALID_MS, 'expired'],
  ['before it was issued', issued(), '004217', 'developer', MONDAY - 1, 'expired'],
  ['a second time', { ...issued(), usedAt: MONDAY }, '004217', 'developer', MONDAY, 'used'],
  [
    'after too many guesses',
    { ...issued(), guesses: MAX_GUESSES },
    '004217',
    'developer',
    MONDAY,
    'tooManyGuesses',
  ],
]

for (const [name, code, heard, by, at, answer] of cases) {
  test(`the code read out ${name}: ${answer}`, () => {
    const check = checkContactCode(code, heard, by, at)
    assert.equal(check.because, answer)
    assert.equal(check.ok, answer === 'matches')
  })
}

test('a match uses the code up, a wrong guess is counted', () => {
  const { code: used } = checkContactCode(issued(), '004217', 'developer', MONDAY)
  assert.equal(checkContactCode(used, '004217', 'developer', MONDAY).because, 'used')

  let code = issued()
  for (let guess = 0; guess < MAX_GUESSES; guess += 1) {
    code = checkContactCode(code, '999999', 'developer', MONDAY).code
  }
  assert.equal(checkContactCode(code, '004217', 'developer', MONDAY).because, 'tooManyGuesses')
})

test('a case gets five codes an hour, and is told when the next one comes', () => {
  const past = Array.from({ length: MAX_CODES_PER_HOUR }, (_, index) => MONDAY + index * 60_000)
  const at = MONDAY + 10 * 60_000
  assert.deepEqual(issueContactCode({ kind: 'authority', name: '李' }, 1, at, past), {
    ok: false,
    because: 'tooManyCodes',
    againAt: MONDAY + HOUR_MS,
  })
  assert.ok(issueContactCode({ kind: 'authority', name: '李' }, 1, MONDAY + HOUR_MS, past).ok)
})

for (const draw of [-1, 1_000_000, 0.5, Number.NaN]) {
  test(`a draw of ${draw} is a mistake of ours`, () => {
    assert.throws(() => issueContactCode({ kind: 'authority', name: '李' }, draw, MONDAY, []))
  })
}
