import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { WECHAT_CODES } from './codes.ts'

test('every number has a short English text and the page that defines it', () => {
  for (const [number, { errmsg, source }] of Object.entries(WECHAT_CODES)) {
    assert.match(source, /^https:\/\/developers\.weixin\.qq\.com\/\S+$/, number)
    assert(errmsg.length > 0 && errmsg.length <= 60, number)
    assert.doesNotMatch(errmsg, /rid:/, number)
  }
})

test('no number that is said never to occur is in the table', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const rows = readme.split('cannot occur here')[1]?.split('\n\n')[1]?.split('\n') ?? []
  const numbers = rows
    .filter((row) => !row.includes('of the text check'))
    .flatMap((row) => row.split('|')[1]?.match(/\d+/g) ?? [])
  assert(numbers.length > 20)
  for (const number of numbers) assert(!(number in WECHAT_CODES), number)
})
