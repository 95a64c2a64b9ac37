import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOutside, readDeliveryEnvironment } from './open-outside.ts'

test('settings come from the environment that is passed', () => {
  const options = readDeliveryEnvironment({
    FANGXING_ALLOWED_NETWORKS: ' 10.0.0.0/8, ::1 ,',
    FANGXING_SMTP_URL: 'smtp://mail.example',
    FANGXING_MAIL_FROM: 'a@b.example',
  })
  assert.deepEqual(options, {
    allowedNetworks: ['10.0.0.0/8', '::1'],
    smtpUrl: 'smtp://mail.example',
    mailFrom: 'a@b.example',
  })
  const { addresses, mailer } = openOutside(options)
  assert.deepEqual(['10.1.1.1', '192.168.1.1'].map(addresses.allows), [true, false])
  assert.notEqual(mailer, null)
})

test('without settings only the public internet is open, and no mail', () => {
  const { addresses, mailer } = openOutside(readDeliveryEnvironment({ FANGXING_SMTP_URL: '' }))
  assert.deepEqual(['8.8.8.8', '127.0.0.1'].map(addresses.allows), [true, false])
  assert.equal(mailer, null)
})

const WRONG: readonly [string, Parameters<typeof openOutside>[0]][] = [
  ['a network that is none', { allowedNetworks: ['10.0.0.0/40'] }],
  ['a mail server without a sender', { smtpUrl: 'smtp://mail.example' }],
]

for (const [name, options] of WRONG) {
  test(`${name} stops the start with a reason`, () => {
    assert.throws(() => openOutside(options), { code: 'SETTING_MALFORMED' })
  })
}
