import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError, ERRORS, type ErrorCode } from '@fangxing/contract'
import { describeFailure } from './describe-failure.ts'

test('file, line and column come first, the sentence next, values last', () => {
  const error = new AppError('MANIFEST_MALFORMED', {
    file: 'app.json',
    line: 3,
    column: 7,
    got: ']',
  })
  assert.equal(
    describeFailure(error, 'en'),
    'app.json:3:7: app.json cannot be parsed. Correct the JSON at the place that is shown. (got ])',
  )
})

test('sizes are said in MiB, small ones in bytes', () => {
  const error = new AppError('FILE_TOO_LARGE', { file: 'a', sizeBytes: 209_715_200, maxBytes: 5 })
  assert.match(describeFailure(error, 'zh'), /\(大小 200 MiB，上限 5 B\)$/)
})

test('a fault of ours says so and shows no stack', () => {
  const said = describeFailure(new TypeError('x is not a function'), 'en')
  assert.equal(
    said,
    'An internal error. Report this line with the command you used: TypeError: x is not a function',
  )
})

test('every published error is one line in both languages, whatever its values hold', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    const error = new AppError(code, { file: 'a\nb', value: '\u001b[31m', list: ['x', 'y'] })
    for (const language of ['zh', 'en'] as const) {
      assert.doesNotMatch(describeFailure(error, language), /\p{Cc}/u)
    }
  }
})

test('a reason that is given in both languages is said in one', () => {
  const error = new AppError('EVENT_NOT_ALLOWED', { because: '未到期。', becauseEn: 'Not due.' })
  assert.match(describeFailure(error, 'zh'), /\(原因 未到期。\)$/)
  assert.match(describeFailure(error, 'en'), /\(because Not due\.\)$/)
  const alone = new AppError('REQUEST_MALFORMED', { because: 'no form' })
  assert.match(describeFailure(alone, 'en'), /\(because no form\)$/)
})
