import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WECHAT_CODES } from './codes.ts'

test('every number has a short English text and the page that defines it', () => {
  for (const [number, { errmsg, source }] of Object.entries(WECHAT_CODES)) {
    assert.match(source, /^https:\/\/developers\.weixin\.qq\.com\/\S+$/, number)
    assert(errmsg.length > 0 && errmsg.length <= 60, number)
    assert.doesNotMatch(errmsg, /rid:/, number)
  }
})
