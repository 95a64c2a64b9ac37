import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { WechatCallback } from '@fangxing/storage'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import fc from 'fast-check'
import { composePush, composeVerification, isAcknowledged, MOMENT_BYTES } from './compose-push.ts'
import { originalIdOf, senderOf, toXmlText } from './message.ts'

// The receiving side as client libraries have it; xml2js is what node-easywechat reads XML with.
const require = createRequire(import.meta.url)
const Encryptor = require('node-easywechat/dist/Core/Encryptor.js')
const { parseXml } = require('node-easywechat/dist/Core/Support/Utils.js')

const APPID = 'wxba5fad812f8e6fb9'
const CALLBACK: WechatCallback = {
  url: 'https://push.example/wechat?tenant=7',
  token: 'AAAAA',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  mode: 'safe',
  format: 'xml',
  originalId: originalIdOf(APPID),
}
const MOMENT = { now: 1_714_112_445_678, random: new Uint8Array(MOMENT_BYTES).fill(7) }
const PUSH = {
  event: 'weapp_audit_fail',
  at: 1_714_112_400_000,
  fields: { Reason: '1. 笔记<br>2. ]]> & <b>', FailTime: 1_714_112_400, ScreenShot: '' },
}

function composed(mode: WechatCallback['mode'], format: WechatCallback['format']) {
  const request = composePush(PUSH, { ...CALLBACK, mode, format }, APPID, MOMENT)
  return { ...request, query: Object.fromEntries(new URL(request.url).searchParams) }
}

async function read(format: string, body: string): Promise<Record<string, string>> {
  return format === 'json' ? JSON.parse(body) : parseXml(body)
}

const FIELDS = {
  ToUserName: CALLBACK.originalId,
  FromUserName: senderOf(APPID),
  CreateTime: 1_714_112_400,
  MsgType: 'event',
  Event: 'weapp_audit_fail',
  ...PUSH.fields,
}

function inFormat(format: string, fields: object) {
  // XML has no numbers.
  const texts = Object.entries(fields).map(([name, value]) => [name, String(value)])
  return format === 'json' ? fields : Object.fromEntries(texts)
}

for (const format of ['xml', 'json'] as const) {
  test(`a plain push in ${format} holds the fields and is signed`, async () => {
    const { query, body } = composed('plain', format)
    assert.deepEqual(await read(format, body), inFormat(format, FIELDS))
    assert.deepEqual(Object.keys(query), ['tenant', 'signature', 'timestamp', 'nonce'])
    assert.equal(query.signature, getSignature('AAAAA', query.timestamp!, query.nonce!, ''))
    assert.equal(query.timestamp, '1714112445')
  })

  for (const mode of ['safe', 'compatible'] as const) {
    test(`two client libraries open a ${mode} push in ${format}`, async () => {
      const { query, body } = composed(mode, format)
      const { Encrypt = '', ...visible } = await read(format, body)
      const { timestamp = '', nonce = '', msg_signature } = query
      assert.equal(query.encrypt_type, 'aes')
      assert.equal(query.openid, senderOf(APPID))
      assert.equal(msg_signature, getSignature('AAAAA', timestamp, nonce, Encrypt))

      const { message, id } = decrypt(CALLBACK.encodingAesKey, Encrypt)
      assert.equal(id, APPID)
      const encryptor = new Encryptor(APPID, 'AAAAA', CALLBACK.encodingAesKey, APPID)
      assert.equal(encryptor.decrypt(Encrypt, msg_signature, nonce, timestamp), message)
      assert.deepEqual(await read(format, message), inFormat(format, FIELDS))
      const shown = mode === 'safe' ? { ToUserName: CALLBACK.originalId } : FIELDS
      assert.deepEqual(visible, inFormat(format, shown))
    })
  }
}

test('the question about a URL is signed and asks for the echo of digits', () => {
  const { url, echostr } = composeVerification(CALLBACK, MOMENT)
  const query = Object.fromEntries(new URL(url).searchParams)
  assert.match(echostr, /^\d+$/)
  assert.equal(query.echostr, echostr)
  assert.equal(query.signature, getSignature('AAAAA', query.timestamp!, query.nonce!, ''))
})

// As @wecom/crypto, which receivers use, seals replies.
const REPLY = encrypt(CALLBACK.encodingAesKey, '{"ok":1}', APPID)
/** Random bytes come in, so that sooner or later there is a slash. */
function sealedWithSlash(): string {
  for (;;) {
    const sealed = encrypt(CALLBACK.encodingAesKey, '{"ok":1}', APPID)
    if (sealed.includes('/')) return sealed
  }
}
const AS_PHP = JSON.stringify({ Encrypt: sealedWithSlash() }).replaceAll('/', '\\/')
const FOREIGN = encrypt('B'.repeat(43), '{"ok":1}', APPID)

const ANSWERS: readonly [string, string, boolean][] = [
  ['nothing', '', true],
  ['success', 'success', true],
  ['success as JSON, with a line break', '"success"\n', true],
  ['a sealed reply in XML', `<xml><Encrypt><![CDATA[${REPLY}]]></Encrypt></xml>`, true],
  ['a sealed reply in JSON', JSON.stringify({ Encrypt: REPLY, Nonce: '1' }), true],
  ['a sealed reply in JSON, written by PHP', AS_PHP, true],
  ['a reply sealed with another key', JSON.stringify({ Encrypt: FOREIGN }), false],
  ['a page about Encrypt', '<html><b>Encrypt</b>success</html>', false],
  ['a page of a login', '<!doctype html><title>Sign in</title>', false],
  ['a word', 'ok', false],
  ['an object', '{"errcode":0}', false],
]

for (const [name, answer, acknowledged] of ANSWERS) {
  test(`${name} ${acknowledged ? 'is' : 'is not'} an acknowledgement`, () => {
    assert.equal(isAcknowledged(answer, { ...CALLBACK, appid: APPID }), acknowledged)
  })
}

test('the sender in the query is that of the event, whatever the event says', () => {
  const told = { ...PUSH, fields: { ...PUSH.fields, FromUserName: 'o-another' } }
  const { url } = composePush(told, CALLBACK, APPID, MOMENT)
  assert.equal(new URL(url).searchParams.get('openid'), 'o-another')
})

test('XML has no field without a value, yes and no as words, and each item of lists', async () => {
  const fields = {
    upstream: { name: 'wechat', trace_id: null, because: undefined },
    isLate: false,
    spans: [[1, 2], []],
    names: ['a', null, 'b'],
  }
  assert.deepEqual(await parseXml(toXmlText(fields)), {
    upstream: { name: 'wechat' },
    isLate: 'false',
    spans: ['1', '2'],
    names: ['a', 'b'],
  })
})

test('any text survives XML, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const { Reason = '' } = await parseXml(toXmlText({ Reason: `[${text}]` }))
      const kept = text.replaceAll(
        /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
        '',
      )
      assert.equal(Reason.replaceAll('\r\n', '\n'), `[${kept}]`.replaceAll('\r\n', '\n'))
    }),
  )
})
