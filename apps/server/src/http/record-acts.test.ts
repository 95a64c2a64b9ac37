import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutSecrets } from './record-acts.ts'

const rows: readonly [name: string, sent: unknown, kept: unknown][] = [
  ['a password is taken out', { name: '周敏', password: 'x' }, { name: '周敏', password: '…' }],
  ['a secret deep inside too', { mail: { secret: 'x' } }, { mail: { secret: '…' } }],
  ['a key of a push too', { wechat: { encodingAESKey: 'x' } }, { wechat: { encodingAESKey: '…' } }],
  ['the absence of one is told', { token: null }, { token: null }],
  ['a list keeps its order', [{ text: 'a' }, { text: 'b' }], [{ text: 'a' }, { text: 'b' }]],
  ['no body is null', null, null],
]

for (const [name, sent, kept] of rows) {
  test(name, () => assert.deepEqual(withoutSecrets(sent), kept))
}
