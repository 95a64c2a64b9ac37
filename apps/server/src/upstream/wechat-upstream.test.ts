import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type Upstream, UpstreamTrouble } from './upstream.ts'
import { openWechatUpstream } from './wechat-upstream.ts'

const TOKEN = JSON.stringify({ access_token: 't', expires_in: 7200 })
const NOON = Date.UTC(2026, 10, 22, 4)

let said = ''
const server = createServer((request, response) => {
  response.end(request.url === '/cgi-bin/stable_token' ? TOKEN : said)
})
let upstream: Upstream

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  upstream = openWechatUpstream({ baseUrl, appid: 'wx1', secret: 's' }, () => NOON)
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const signal = new AbortController().signal
/** What is asked in the shape that says “pass” by a number alone. */
const CALLS = {
  picture: () => upstream.checkPicture(new Uint8Array(4), signal),
  text: () => {
    const texts = [{ field: 'content', text: '你好' }]
    return upstream.checkText({ texts, scene: 2, openid: null }, signal)
  },
}

const NO_ANSWERS = ['{}', '{"message":"login required"}', '[]', '{"errcode":null}']
const ODD_NUMBERS = ['{"errcode":""}', '{"errcode":"0"}', '{"errcode":false}', '{"errcode":[]}']

for (const [name, call] of Object.entries(CALLS)) {
  for (const body of [...NO_ANSWERS, ...ODD_NUMBERS]) {
    test(`${body} is no answer about a ${name}`, async () => {
      said = body
      await assert.rejects(call(), (error) => {
        assert(error instanceof UpstreamTrouble)
        assert.equal(error.code, 'ANSWER_UNKNOWN')
        return true
      })
    })
  }

  test(`0 is a pass of a ${name}, 87014 is none`, async () => {
    said = '{"errcode":0,"errmsg":"ok"}'
    assert.equal((await call()).suggest, 'pass')
    said = '{"errcode":87014,"errmsg":"risky content"}'
    assert.equal((await call()).suggest, 'risky')
  })
}

test('45009 ends the day of texts, and of pictures the minute', async () => {
  said = '{"errcode":45009}'
  const untilOf = (call: () => Promise<unknown>) =>
    call().then(
      () => assert.fail('it was answered'),
      (error: UpstreamTrouble) => [error.code, error.until],
    )
  assert.deepEqual(await untilOf(CALLS.text), ['QUOTA_USED', 'day'])
  assert.deepEqual(await untilOf(CALLS.picture), ['QUOTA_USED', 'minute'])
})
