import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendFile } from './dialect-story.ts'
import {
  askerWith,
  type Instance,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { smallPicture } from './small-picture.ts'

// The real engine: a picture is denied by what it looks like, not by its bytes.

/** Blocks of random greys, as large as they must be to be seen: no two seeds are alike. */
function scene(seed: number, size: number, turn: 'plain' | 'mirrored' = 'plain'): Buffer {
  const block = size / 16
  return smallPicture(size, size, (column, y) => {
    const x = turn === 'plain' ? column : size - 1 - column
    const cell = Math.floor(x / block) * 31 + Math.floor(y / block) * 17 + seed * 7919
    const grey = Math.floor((Math.abs(Math.sin(cell * 12.9898)) * 43_758.5453) % 256)
    return [grey, grey, (grey * 3) % 256]
  })
}

let instance: Instance
let operator: Person
let program: Program

before(async () => {
  instance = await startInstance()
  operator = await signIn(instance, ['operator'])
  program = await makeProgram(instance)
  // Only what a bank says counts here: no models are loaded.
  const off = ['words', 'code', 'indecent'].flatMap((name) =>
    name === 'words'
      ? ['picture/listed-word', 'picture/doubtful-word']
      : [`picture/${name === 'code' ? 'code-in' : 'indecent'}-picture`],
  )
  const weights = { 0: Object.fromEntries(off.map((id) => [id, 'off'] as const)) }
  await instance.ports.checkPolicy.change({ all: { weights }, apps: {} })
})
after(() => instance.close())

const check = async (bytes: Uint8Array) =>
  (await sendFile(instance, program, bytes, { path: '/wxa/img_sec_check' })).errcode

async function hashOf(bytes: Uint8Array) {
  const engine = await instance.ports.media.open(instance.ports.pictureBank)
  const seen = await engine.picture({ name: 'a', bytes }, { wanted: ['hash'] })
  assert(seen.hash)
  return seen.hash
}

test('a denied picture is stopped, also when it comes in another size; others are not', async () => {
  const picture = scene(1, 256)
  assert.equal(await check(picture), 0)
  const { bits } = await hashOf(picture)
  const draft = { bits, bank: 'ours', label: '20006', kind: 'deny' }
  const { body } = await operator.post('/v1/known-pictures', draft)
  assert.deepEqual(body, { added: 1 })
  assert.equal(await check(picture), 87014)
  assert.equal(await check(scene(1, 512)), 87014)
  assert.equal(await check(scene(2, 256)), 0)

  const { items } = (await operator.get('/v1/known-pictures')).body
  assert.equal((await operator.delete(`/v1/known-pictures/${items[0].id}`)).status, 204)
  assert.equal(await check(picture), 0)
  assert.equal((await operator.delete(`/v1/known-pictures/${items[0].id}`)).status, 404)
})

test('a picture that a check has kept is denied by its id, and so is its mirror image', async () => {
  const { appid } = program
  const now = instance.clock.now()
  const content = scene(3, 256)
  const draft = {
    appid,
    kind: 'image',
    type: 'image/png',
    content,
    validUntil: now + 1000,
  } as const
  const { id: mediaId } = await instance.storage.media.keep(draft, now)
  const about = { mediaId, bank: 'ours', label: 'spam', kind: 'deny' }
  assert.equal(await check(scene(3, 256, 'mirrored')), 0)
  const { body } = await operator.post('/v1/known-pictures', about)
  assert(body.added > 1, `${body.added} hashes`)
  assert.equal(await check(content), 87014)
  assert.equal(await check(scene(3, 256, 'mirrored')), 87014)
  assert.equal(
    (await operator.post('/v1/known-pictures', { ...about, mediaId: 'none' })).status,
    404,
  )
})

test('a picture too plain to be told from others is not denied', async () => {
  const { appid } = program
  const now = instance.clock.now()
  const content = smallPicture(64, 64)
  const draft = {
    appid,
    kind: 'image',
    type: 'image/png',
    content,
    validUntil: now + 1000,
  } as const
  const { id: mediaId } = await instance.storage.media.keep(draft, now)
  const about = { mediaId, bank: 'ours', label: 'spam', kind: 'deny' }
  assert.equal((await operator.post('/v1/known-pictures', about)).status, 400)
})

test('a bank goes out and comes in as a CSV', async () => {
  const hash = 'a5'.repeat(32)
  const csv = [
    'signal_type,signal_str,collab,category,tags',
    `pdq,${hash},theirs,POSITIVE_CLASS,20002`,
    `pdq,${hash},theirs,POSITIVE_CLASS,20002`,
    'pdq,short,theirs,POSITIVE_CLASS,20002',
    `video_md5,${hash},theirs,POSITIVE_CLASS,20002`,
  ].join('\n')
  const { body } = await operator.post('/v1/known-pictures/import', { csv })
  assert.deepEqual(body, { added: 1, known: 1, skipped: 1, refused: [4] })
  const { body: text } = await operator.get('/v1/known-pictures/export')
  assert.match(text, new RegExp(`pdq,${hash},theirs,POSITIVE_CLASS,20002`))
  assert.equal((await operator.post('/v1/known-pictures/import', { csv: 'a,b' })).status, 400)
})

test('the program of an app does not see the bank', async () => {
  const bearer = askerWith(instance.app, { authorization: `Bearer ${program.token}` })
  assert.equal((await bearer.get('/v1/known-pictures')).status, 403)
})
