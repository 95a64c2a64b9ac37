import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '@fangxing/contract'
import { readAuditEnvironment } from './audit-settings.ts'

const taken: [name: string, text: string | undefined, atOnce: number][] = [
  ['nothing set is one at once', undefined, 1],
  ['an empty value is one at once', '', 1],
  ['four', '4', 4],
  ['the most', '16', 16],
]

for (const [name, text, atOnce] of taken) {
  test(name, () => assert.deepEqual(readAuditEnvironment({ FANGXING_AUDITS: text }), { atOnce }))
}

for (const text of ['0', '17', '1.5', 'two', '-1']) {
  test(`${text} audits at once are refused`, () => {
    assert.throws(
      () => readAuditEnvironment({ FANGXING_AUDITS: text }),
      (error) => error instanceof AppError && error.code === 'SETTING_MALFORMED',
    )
  })
}
