import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { findFfmpeg } from '@fangxing/media'
import {
  type Instance,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { type MediaHost, openStudio, startMediaHost } from './media-studio.ts'

const skip = (await findFfmpeg()) === null && 'this machine has no ffmpeg'

let instance: Instance
let host: MediaHost
let program: Program
let reviewer: Person

before(async () => {
  host = await startMediaHost()
  instance = await startInstance(undefined, openStudio())
  program = await makeProgram(instance)
  reviewer = await signIn(instance, ['reviewer'])
})
after(async () => {
  await instance.close()
  host.close()
})

const SECOND = 32_000

/** One second of WAV; what stands behind it tells the studio what it hears: nothing. */
function recording(): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + SECOND, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(16_000, 24)
  head.writeUInt32LE(SECOND, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(SECOND, 40)
  return Buffer.concat([head, Buffer.alloc(SECOND, 7), Buffer.from('|{}')])
}

/** The id of a case about a recording that nobody wrote down. */
async function doubtful(): Promise<string> {
  host.serve('/talk', recording())
  const asked = { version: 2, scene: 2, openid: 'o-1', media_type: 1, media_url: host.at('/talk') }
  const { trace_id } = await program.call('/wxa/media_check_async', asked)
  const deadline = Date.now() + 20_000
  while ((await reviewer.get(`/v1/cases/${trace_id}`)).status !== 200) {
    assert(Date.now() < deadline, 'no case was opened')
    await wait(20)
  }
  return trace_id
}

async function listen(id: string, person: Person | null, range?: string) {
  return instance.app.inject({
    url: `/v1/cases/${id}/sound`,
    headers: {
      ...(person === null ? {} : { cookie: person.cookie }),
      ...(range === undefined ? {} : { range }),
    },
  })
}

test('a recording in doubt is listened to, whole and in parts, as samples that we have written', {
  skip,
}, async () => {
  const id = await doubtful()
  const { check } = (await reviewer.get(`/v1/cases/${id}`)).body
  assert.deepEqual([check.kind, check.hasSound, check.mediaId], ['sound', true, null])

  const whole = await listen(id, reviewer)
  assert.equal(whole.statusCode, 200)
  assert.equal(whole.headers['content-type'], 'audio/wav')
  assert.match(String(whole.headers['content-security-policy']), /sandbox/)
  assert.equal(whole.headers['x-content-type-options'], 'nosniff')
  assert.equal(whole.rawPayload.length, 44 + SECOND)
  assert(!whole.rawPayload.includes('|{}'))

  const part = await listen(id, reviewer, 'bytes=44-143')
  assert.equal(part.statusCode, 206)
  assert.equal(part.headers['content-range'], `bytes 44-143/${44 + SECOND}`)
  assert.deepEqual(part.rawPayload, Buffer.alloc(100, 7))
  assert.equal((await listen(id, reviewer, 'bytes=99999-')).statusCode, 416)
})

test('nobody else listens, and a text has no sound', { skip }, async () => {
  const id = await doubtful()
  assert.equal((await listen(id, null)).statusCode, 401)
  assert.equal((await listen(id, await signIn(instance, ['authority'], 'CN-GD'))).statusCode, 403)
  assert.equal((await listen('00000000-00000000-00000000', reviewer)).statusCode, 404)
})
