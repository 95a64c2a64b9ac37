import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { isWebhookSecret, SECRET_BYTES, signWebhook, toWebhookSecret } from './webhook-signature.ts'

const SECRET = toWebhookSecret(new Uint8Array(SECRET_BYTES).fill(3))
const FORMER = toWebhookSecret(new Uint8Array(SECRET_BYTES).fill(4))

test('the published library verifies every body that is signed', () => {
  fc.assert(
    fc.property(fc.json(), fc.uuid(), (body, id) => {
      const headers = signWebhook({ id, at: Date.now(), body }, [SECRET])
      assert.deepEqual(new Webhook(SECRET).verify(body, headers), JSON.parse(body))
    }),
  )
})

test('during a change of secrets both verify', () => {
  const body = '{"type":"test"}'
  const headers = signWebhook({ id: 'msg_1', at: Date.now(), body }, [SECRET, FORMER])
  for (const secret of [SECRET, FORMER]) new Webhook(secret).verify(body, headers)
})

test('another secret, another body or an old time does not verify', () => {
  const body = '{"type":"test"}'
  const headers = signWebhook({ id: 'msg_1', at: Date.now(), body }, [SECRET])
  const old = signWebhook({ id: 'msg_1', at: Date.now() - 600_000, body }, [SECRET])
  assert.throws(() => new Webhook(FORMER).verify(body, headers))
  assert.throws(() => new Webhook(SECRET).verify('{"type":"tests"}', headers))
  assert.throws(() => new Webhook(SECRET).verify(body, old))
})

const SECRETS: readonly [string, string, boolean][] = [
  ['one that we made', SECRET, true],
  ['24 bytes', toWebhookSecret(new Uint8Array(24)), true],
  ['23 bytes', toWebhookSecret(new Uint8Array(23)), false],
  ['64 bytes', toWebhookSecret(new Uint8Array(64)), true],
  ['65 bytes', toWebhookSecret(new Uint8Array(65)), false],
  ['no prefix', SECRET.slice(6), false],
  ['no base64', `whsec_${'密'.repeat(40)}`, false],
]

for (const [name, secret, good] of SECRETS) {
  test(`${name} ${good ? 'is' : 'is not'} a secret`, () => {
    assert.equal(isWebhookSecret(secret), good)
  })
}
