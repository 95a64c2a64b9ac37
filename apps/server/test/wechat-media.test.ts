import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import {
  decide,
  GIF,
  type House,
  handIn,
  JPEG,
  MP4,
  openHouse,
  PNG,
  sendFile,
  TOOL,
  TOOL_ITEM,
} from './dialect-story.ts'
import {
  askerWith,
  type Instance,
  makeProgram,
  type Program,
  send,
  settled,
  signIn,
  startInstance,
  upload,
} from './instance.ts'

const MIB = 1024 * 1024

let instance: Instance
let house: House
let program: Program

before(async () => {
  instance = await startInstance()
  house = await openHouse(instance)
  program = await makeProgram(instance, [TOOL])
})
after(() => instance.close())

function padded(head: Buffer, bytes: number): Buffer {
  return Buffer.concat([head, Buffer.alloc(bytes - head.length)])
}

const kinds: [name: string, bytes: Buffer, type: string][] = [
  ['a PNG', PNG, 'image'],
  ['a JPEG', JPEG, 'image'],
  ['a GIF', GIF, 'image'],
  ['an MP4', MP4, 'video'],
  ['a picture of 2 MB', padded(PNG, 2 * MIB), 'image'],
  ['a recording of 10 MB', padded(MP4, 10 * MIB), 'video'],
]

for (const [name, bytes, type] of kinds) {
  test(`${name} is taken, whatever its field, name and stated type are`, async () => {
    const form = { field: 'file', name: 'odd name;.txt', type: 'text/html' }
    const answer = await sendFile(instance, program, bytes, form)
    assert.equal(answer.errcode, 0, JSON.stringify(answer))
    assert.equal(answer.type, type)
    assert.match(answer.mediaid, /^[\w-]{40,}$/)
  })
}

const refused: [name: string, bytes: Buffer, errcode: number][] = [
  ['a picture one byte over 2 MB', padded(PNG, 2 * MIB + 1), 40006],
  ['a recording one byte over 10 MB', padded(MP4, 10 * MIB + 1), 40006],
  ['a text of 11 MB', Buffer.alloc(11 * MIB, 'a'), 40006],
  ['a text', Buffer.from('hello'), 40005],
  ['a WebP', Buffer.from('RIFF....WEBPVP8 '), 40005],
  ['a QuickTime recording', Buffer.from('0000001466747970717420200000', 'hex'), 40005],
  ['an empty file', Buffer.alloc(0), 41005],
]

for (const [name, bytes, errcode] of refused) {
  test(`${name} is refused with ${errcode}`, async () => {
    assert.equal((await sendFile(instance, program, bytes)).errcode, errcode)
  })
}

test('a form without a file, one that breaks off and a body that is no form are 41005', async () => {
  const url = `/wxa/uploadmedia?access_token=${program.token}`
  const form = (text: string, type = 'multipart/form-data; boundary=x') =>
    send(instance.app, { method: 'POST', url, headers: { 'content-type': type }, payload: text })
  const head = '--x\r\nContent-Disposition: form-data; name="media"'
  const forms = [
    await form(`${head}\r\n\r\nabc\r\n--x--\r\n`),
    await form(`${head}; filename="a.png"\r\n\r\n\x89PN`),
    await form('no form at all'),
    await form('{}', 'application/json'),
    await form('a=b', 'application/x-www-form-urlencoded'),
    await form('', 'multipart/form-data'),
  ]
  for (const { status, body } of forms) {
    assert.equal(status, 200)
    assert.equal(body.errcode, 41005, JSON.stringify(body))
  }
  assert.equal((await program.call('/wxa/uploadmedia', undefined, 'GET')).errcode, 43002)
  assert.deepEqual(instance.log, [])
})

test('the temporary upload takes the kind that is named in the query', async () => {
  const path = '/cgi-bin/media/upload'
  const answer = await sendFile(instance, program, PNG, { path, query: '&type=image' })
  assert.equal(answer.type, 'image')
  assert.equal(answer.created_at, Math.floor(instance.clock.now() / 1000))
  assert.equal(typeof answer.media_id, 'string')
  const other = await sendFile(instance, program, PNG, { path, query: '&type=video' })
  assert.equal(other.errcode, 40004)
})

async function draft(): Promise<string> {
  const { body } = await upload(instance, house.developer, program.appid, 'plain-tool')
  return body.id
}

const submit = (more: object) =>
  program.call('/wxa/submit_audit', { item_list: [TOOL_ITEM], ...more })

test('what is shown with a submission is seen by the reviewer, and outlives its three days', async () => {
  const id = await draft()
  const picture = (await sendFile(instance, program, PNG)).mediaid
  const video = (await sendFile(instance, program, MP4)).mediaid
  const preview_info = { video_id_list: [video], pic_id_list: [picture, picture, ''] }
  assert.equal((await submit({ preview_info, feedback_stuff: 'ignored|now' })).errcode, 0)
  await settled(house.developer, id)

  const { body } = await house.reviewer.get(`/v1/releases/${id}/media`)
  const seen = body.items.map((item: { id: string; purpose: string; kind: string }) => [
    item.id,
    item.purpose,
    item.kind,
  ])
  assert.deepEqual(seen, [
    [video, 'preview', 'video'],
    [picture, 'preview', 'image'],
  ])

  instance.clock.advance(4 * DAY_MS)
  await sendFile(instance, program, GIF)
  const { headers, status } = await house.reviewer.get(`/v1/media/${picture}`)
  assert.deepEqual([status, headers['content-type']], [200, 'image/png'])
  const [here, elsewhere] = [
    await signIn(instance, ['authority'], 'CN-GD'),
    await signIn(instance, ['authority'], 'CN-ZJ'),
  ]
  assert.equal((await here.get(`/v1/media/${picture}`)).status, 200)
  assert.equal((await elsewhere.get(`/v1/media/${picture}`)).status, 404)
  const notHandedIn = (await sendFile(instance, program, PNG)).mediaid
  assert.equal((await here.get(`/v1/media/${notHandedIn}`)).status, 404)
  const stranger = await makeProgram(instance)
  const asker = askerWith(instance.app, { authorization: `Bearer ${stranger.token}` })
  assert.equal((await asker.get(`/v1/media/${picture}`)).status, 404)
  assert.equal((await asker.get('/v1/media/none')).body.code, 'MEDIA_NOT_FOUND')
  await program.call('/wxa/undocodeaudit', {})
})

test('an id that is unknown, expired, of another app or of another kind is 85092', async () => {
  await draft()
  const picture = (await sendFile(instance, program, PNG)).mediaid
  const stranger = await makeProgram(instance)
  const theirs = (await sendFile(instance, stranger, PNG)).mediaid
  for (const preview_info of [
    { pic_id_list: ['none'] },
    { pic_id_list: [theirs] },
    { video_id_list: [picture] },
    { pic_id_list: [7] },
    { pic_id_list: { a: 1 } },
    [picture],
    'abc',
  ]) {
    const answer = await submit({ preview_info })
    assert.equal(answer.errcode, 85092, JSON.stringify(preview_info))
  }
  instance.clock.advance(3 * DAY_MS)
  assert.equal((await submit({ preview_info: { pic_id_list: [picture] } })).errcode, 85092)
})

test('eleven pictures, six recordings or six answers are 85093, one less is looked at', async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `id${index}`)
  const preview = (more: object) => submit({ preview_info: more }).then(({ errcode }) => errcode)
  assert.equal(await preview({ pic_id_list: ids(11) }), 85093)
  assert.equal(await preview({ pic_id_list: ids(10) }), 85092)
  assert.equal(await preview({ video_id_list: ids(6) }), 85093)
  assert.equal(await preview({ video_id_list: ids(5) }), 85092)
  assert.equal((await submit({ feedback_stuff: ids(6).join('|') })).errcode, 85093)
})

test('after a rejection an answer comes with what was sent, both bars read', async () => {
  const other = await makeProgram(instance, [TOOL])
  const { id } = await handIn(instance, house, other)
  await decide(house, id, 'reject')
  const one = (await sendFile(instance, other, PNG)).mediaid
  const two = (await sendFile(instance, other, JPEG)).mediaid
  const three = (await sendFile(instance, other, MP4)).mediaid
  const again = (feedback_stuff: unknown) =>
    other.call('/wxa/submit_audit', {
      item_list: [TOOL_ITEM],
      feedback_info: '已补',
      feedback_stuff,
    })
  assert.equal((await again('none')).errcode, 40007)
  assert.equal((await again(7)).errcode, 40007)
  assert.equal((await again({})).errcode, 47001)
  // A new upload answers the rejection of the one before it.
  const { body } = await upload(instance, house.developer, other.appid, 'plain-tool', '1.0.1')
  assert.equal((await again(`${one}|${two}｜${three}`)).errcode, 0)
  await settled(house.developer, body.id)

  const { items } = (await house.reviewer.get(`/v1/releases/${body.id}/media`)).body
  assert.deepEqual(
    items.map((item: { id: string; purpose: string }) => [item.id, item.purpose]),
    [one, two, three].map((mediaId) => [mediaId, 'feedback']),
  )
  const release = await instance.storage.releases.find(body.id)
  assert.equal(release?.life.submissions.at(-1)?.note, '已补')
})
