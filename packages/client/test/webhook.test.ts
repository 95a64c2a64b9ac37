import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { readWebhook } from '../src/webhook.ts'

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const AT = new Date('2026-11-22T00:00:00Z')
const BODY =
  '{"type":"check.decided","timestamp":"2026-11-22T00:00:00.000Z","data":{"traceId":"t"}}'

function received(changes: Record<string, string> = {}, body = BODY) {
  const headers: Record<string, string> = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(AT.getTime() / 1000),
    'webhook-signature': new Webhook(SECRET).sign('msg_1', AT, BODY),
    ...changes,
  }
  return { body, header: (name: string) => headers[name] }
}

const read = (webhook: ReturnType<typeof received>, at = AT.getTime(), secret = SECRET) =>
  readWebhook(webhook, secret, () => at)

test('what another implementation signed is read', async () => {
  const event = await read(received())
  assert.deepEqual(event, { ...JSON.parse(BODY), id: 'msg_1' })
})

test('one of several signatures is enough, so that a secret can be changed in peace', async () => {
  const [own] = new Webhook(SECRET).sign('msg_1', AT, BODY).split(' ')
  const two = received({ 'webhook-signature': `v1,AAAA ${own} v2,later` })
  assert.equal((await read(two))?.type, 'check.decided')
})

const REFUSED: [name: string, webhook: ReturnType<typeof received>][] = [
  ['a changed body', received({}, BODY.replace('"t"', '"u"'))],
  ['another id', received({ 'webhook-id': 'msg_2' })],
  ['no id', received({ 'webhook-id': '' })],
  ['another time', received({ 'webhook-timestamp': String(AT.getTime() / 1000 + 1) })],
  ['a time that is no number', received({ 'webhook-timestamp': 'now' })],
  ['no signature', received({ 'webhook-signature': '' })],
  ['a signature that is no base64', received({ 'webhook-signature': 'v1,%%%' })],
]

for (const [name, webhook] of REFUSED) {
  test(`${name} is refused`, async () => {
    assert.equal(await read(webhook), null)
  })
}

test('a webhook is refused from five minutes and a second away on', async () => {
  const limit = 300_000
  for (const direction of [-1, 1]) {
    assert.notEqual(await read(received(), AT.getTime() + direction * limit), null)
    assert.equal(await read(received(), AT.getTime() + direction * (limit + 1000)), null)
  }
})

test('another secret is refused', async () => {
  const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`
  assert.equal(await read(received(), AT.getTime(), other), null)
})
