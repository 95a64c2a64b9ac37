// The example of WeChat's own page: token, key, appid, and what must come of them.
// https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seal, unseal } from './seal.ts'
import { signPush } from './signature.ts'

const TOKEN = 'AAAAA'
const SEAL = { encodingAesKey: 'A'.repeat(43), appid: 'wxba5fad812f8e6fb9' }

const PUSHED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzD' +
  'pVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2I' +
  'uQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F' +
  '9mFUPAJGj04='
const REPLY =
  'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='

const SIGNATURES: readonly [string, readonly string[], string][] = [
  [
    'the question when a URL is set',
    ['1714036504', '1514711492'],
    'f464b24fc39322e44b38aa78f5edd27bd1441696',
  ],
  ['a plain push', ['1714037059', '486452656'], '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ['a sealed push', ['1714112445', '415670741'], '6c5c811b55cc85e0e1b54100749188c20beb3f5d'],
  [
    'a sealed push with what it holds',
    ['1714112445', '415670741', PUSHED],
    '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  ],
  [
    'a sealed reply with what it holds',
    ['1713424427', '415670741', REPLY],
    '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
  ],
]

for (const [name, parts, signature] of SIGNATURES) {
  test(`the official signature of ${name}`, () => {
    assert.equal(signPush(TOKEN, ...parts), signature)
  })
}

test('the official push is opened, and sealed again to the same letters', () => {
  const message = unseal(PUSHED, SEAL)
  assert.equal(Buffer.byteLength(message ?? ''), 167)
  assert.equal(JSON.parse(message ?? '').MsgType, 'event')
  assert.equal(seal(message ?? '', SEAL, Buffer.from('a8eedb185eb2fecf')), PUSHED)
})

test('the official reply is sealed to the same letters', () => {
  const sealed = seal('{"demo_resp":"good luck"}', SEAL, Buffer.from('707722b803182950'))
  assert.equal(sealed, REPLY)
})

test('what was sealed for another app, with another key or never does not open', () => {
  assert.equal(unseal(PUSHED, { ...SEAL, appid: 'wx0000000000000000' }), null)
  assert.equal(unseal(PUSHED, { ...SEAL, encodingAesKey: 'B'.repeat(43) }), null)
  for (const letters of ['', 'AAAA', 'not base64', PUSHED.slice(0, 64)]) {
    assert.equal(unseal(letters, SEAL), null)
  }
})

test('every message comes back as it was sealed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (message, random) => assert.equal(unseal(seal(message, SEAL, random), SEAL), message),
    ),
  )
})
