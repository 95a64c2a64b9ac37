import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UpstreamPushSettings, WechatCallback } from '@fangxing/storage'
import { composePush } from '../../wechat/push/compose-push.ts'
import { isVerification, type Opening, openPush, type PushQuery } from './open-push.ts'

/** The example of WeChat's own page. */
const TOKEN = 'AAAAA'
const AES_KEY = 'A'.repeat(43)
const APPID = 'wxba5fad812f8e6fb9'
const MODES = ['plain', 'compatible', 'safe'] as const

function opening(mode: UpstreamPushSettings['mode'], now: number, more: object = {}): Opening {
  const push = { token: TOKEN, encodingAesKey: AES_KEY, mode, waitMinutes: 25, ...more }
  return { push, appid: APPID, now }
}

test('the official question of an address is known', () => {
  const query = {
    signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
    timestamp: '1714036504',
    nonce: '1514711492',
  }
  assert.equal(isVerification(query, opening('plain', 1_714_036_504_000)), true)
  const forged = { ...query, signature: `${query.signature.slice(0, -1)}7` }
  assert.equal(isVerification(forged, opening('plain', 1_714_036_504_000)), false)
  assert.equal(isVerification({}, opening('plain', 0)), false)
})

const SAFE_QUERY = {
  signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
  timestamp: '1714112445',
  nonce: '415670741',
  encrypt_type: 'aes',
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
}
const SAFE_BODY = JSON.stringify({
  ToUserName: 'gh_97417a04a28d',
  Encrypt:
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
})

test('the official sealed push is opened', () => {
  const opened = openPush(SAFE_QUERY, SAFE_BODY, opening('safe', 1_714_112_445_000))
  assert.equal(opened.ok && opened.fields.ToUserName, 'gh_97417a04a28d')
})

/** A push as this server itself makes them for apps. */
function composed(mode: WechatCallback['mode'], format: WechatCallback['format'], now: number) {
  const callback = {
    ...{ url: 'https://a.example/', token: TOKEN, encodingAesKey: AES_KEY },
    ...{ mode, format, originalId: 'gh_1' },
  }
  const moment = { now, random: new Uint8Array(24).fill(7) }
  const push = { event: 'wxa_media_check', at: now, fields: { trace_id: 't-1' } }
  const { url, body } = composePush(push, callback, APPID, moment)
  const query: PushQuery = Object.fromEntries(new URL(url).searchParams)
  return { query, body }
}

const NOW = 1_790_000_000_000

for (const mode of MODES) {
  for (const format of ['json', 'xml'] as const) {
    test(`a ${mode} push in ${format} is opened`, () => {
      const { query, body } = composed(mode, format, NOW)
      const opened = openPush(query, body, opening(mode, NOW))
      assert.equal(opened.ok && opened.fields.trace_id, 't-1')
    })
  }
}

const REFUSED: [
  name: string,
  mode: UpstreamPushSettings['mode'],
  change: (query: PushQuery, body: string) => [PushQuery, string],
  fault: string,
][] = [
  ['no query', 'plain', (_, body) => [{}, body], 'time'],
  [
    'a signature that is cut off',
    'plain',
    (query, body) => [{ ...query, signature: query.signature?.slice(1) }, body],
    'signature',
  ],
  ['another number', 'plain', (query, body) => [{ ...query, nonce: '1' }, body], 'signature'],
  ['a page', 'plain', (query) => [query, '<html></html>'], 'body'],
  [
    'fields in the open where a seal is due',
    'safe',
    (query) => [query, JSON.stringify({ trace_id: 't-1' })],
    'notSealed',
  ],
  [
    'a sealed text that was changed',
    'safe',
    (query, body) => [query, body.replace(/"Encrypt":"..../, '"Encrypt":"AAAA')],
    'signature',
  ],
  [
    'the signature of the time alone',
    'safe',
    (query, body) => [{ ...query, msg_signature: query.signature }, body],
    'signature',
  ],
  ['a body that is cut off', 'safe', (query, body) => [query, body.slice(0, -9)], 'body'],
]

for (const [name, mode, change, fault] of REFUSED) {
  test(`${name} is refused as ${fault} in ${mode} mode`, () => {
    const { query, body } = composed(mode, 'json', NOW)
    assert.deepEqual(openPush(...change(query, body), opening(mode, NOW)), { ok: false, fault })
  })
}

test('the visible fields of compatible mode are not read', () => {
  const { query, body } = composed('compatible', 'json', NOW)
  const forged = JSON.stringify({ ...JSON.parse(body), trace_id: 'forged' })
  const opened = openPush(query, forged, opening('compatible', NOW))
  assert.equal(opened.ok && opened.fields.trace_id, 't-1')
})

test('a push that is ten minutes old is opened, and an older or later one is not', () => {
  const { query, body } = composed('plain', 'json', NOW)
  const at = (now: number) => openPush(query, body, opening('plain', now)).ok
  assert.deepEqual([at(NOW + 600_000), at(NOW - 600_000)], [true, true])
  assert.deepEqual([at(NOW + 601_000), at(NOW - 601_000)], [false, false])
})

test('a push that was sealed for another app is refused', () => {
  const { query, body } = composed('safe', 'json', NOW)
  const other = { ...opening('safe', NOW), appid: 'wx2' }
  assert.deepEqual(openPush(query, body, other), { ok: false, fault: 'seal' })
})

test('a sealed push cannot be opened without a key', () => {
  const { query, body } = composed('safe', 'json', NOW)
  const opened = openPush(query, body, opening('safe', NOW, { encodingAesKey: null }))
  assert.deepEqual(opened, { ok: false, fault: 'notSealed' })
})
