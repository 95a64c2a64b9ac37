import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import {
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { type MediaHost, openStudio, type Scenery, startMediaHost } from './media-studio.ts'
import { taken } from './people.ts'
import { type Received, type Receiver, startReceiver } from './receiver.ts'
import { until } from './until.ts'
import { SETTINGS } from './wechat-pushes.ts'

let instance: Instance
let operator: Person
let program: Program
let host: MediaHost
/** Stands for WeChat: its API on 127.0.0.1. */
let wechat: Receiver
const shown: Received[] = []

before(async () => {
  host = await startMediaHost()
  wechat = await startReceiver((response, received) => {
    const isToken = received.url.pathname === '/cgi-bin/stable_token'
    if (!isToken) shown.push(received)
    const answer = isToken ? { access_token: 't', expires_in: 7200 } : { errcode: 0 }
    response.end(JSON.stringify(answer))
  })
  instance = await startInstance(undefined, openStudio())
  operator = await signIn(instance, ['operator'])
  program = await makeProgram(instance)
  const theirs = { ...SETTINGS, baseUrl: new URL(wechat.url).origin }
  const closed = { merge: 'strictest', whenDown: 'fail-closed' }
  await taken(operator.put(`/v1/apps/${program.appid}/upstream`, { ...theirs, ...closed }))
})
after(async () => {
  host.close()
  await wechat.close()
  await instance.close()
})

/** What was answered about it in the end. */
async function check(picture: Buffer, scenery: Scenery): Promise<Json> {
  host.serve('/picture', Buffer.concat([picture, Buffer.from(`|${JSON.stringify(scenery)}`)]))
  const body = {
    version: 2,
    scene: 2,
    openid: 'o-1',
    media_type: 2,
    media_url: host.at('/picture'),
  }
  const { trace_id } = await program.call('/wxa/media_check_async', body)
  return until(async () => {
    const { answer } = await taken(operator.get(`/v1/media-checks/${trace_id}`))
    return answer
  })
}

test('a photograph of a telephone is shown to WeChat as a copy that it takes', async () => {
  const [width, height] = [3000, 4000]
  const background = { r: 128, g: 128, b: 128 }
  const photo = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  const answer = await check(photo, { words: '', width, height })
  assert.equal(answer.suggest, 'pass')
  const [{ headers, bytes }] = shown as [Received]
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': String(headers['content-type']) },
  }).formData()
  const seen = await sharp(await (form.get('media') as File).arrayBuffer()).metadata()
  assert.deepEqual([seen.format, seen.width, seen.height], ['jpeg', 750, 1000])
})

test('a picture of which no copy can be made is not shown, and the reason is told', async () => {
  const before = shown.length
  const broken = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const answer = await check(broken, { words: '', width: 3000, height: 4000 })
  assert.deepEqual(answer.upstream, { name: 'wechat', because: 'PICTURE_NOT_TAKEN' })
  assert.equal(answer.suggest, 'risky')
  assert.equal(shown.length, before)
})
