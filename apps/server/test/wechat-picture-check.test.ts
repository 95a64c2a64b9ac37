import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendFile } from './dialect-story.ts'
import { type Instance, makeProgram, type Program, send, startInstance } from './instance.ts'
import { drawn, openStudio, type Scenery } from './media-studio.ts'

const PATH = '/wxa/img_sec_check'
const MIB = 1024 * 1024

let instance: Instance
let program: Program

before(async () => {
  instance = await startInstance(undefined, openStudio())
  program = await makeProgram(instance)
})
after(() => instance.close())

const check = (bytes: Uint8Array, more = {}) =>
  sendFile(instance, program, bytes, { path: PATH, field: 'media', ...more })

const CLEAN: Scenery = { words: '' }

const answers: [name: string, scenery: Scenery, errcode: number][] = [
  ['a picture without anything', CLEAN, 0],
  ['a word listed to be stopped', { words: '出售银行卡' }, 87014],
  ['a word in context, which only a person can tell', { words: '加微信聊' }, 87014],
  ['a score that a person should see', { words: '', porn: 0.9 }, 87014],
  ['words that could not be read', {}, 87014],
  ['a code, where no scene is named', { words: '', code: 'https://a.example' }, 0],
]

for (const [name, scenery, errcode] of answers) {
  test(`${name} is answered with ${errcode}`, async () => {
    assert.equal((await check(drawn('png', scenery))).errcode, errcode)
  })
}

function padded(head: Buffer, bytes: number): Buffer {
  return Buffer.concat([
    Buffer.alloc(0),
    head.subarray(0, 16),
    Buffer.alloc(bytes - head.length),
    head.subarray(16),
  ])
}

const sizes: [name: string, bytes: Buffer, errcode: number][] = [
  ['a JPEG', drawn('jpeg', CLEAN), 0],
  ['a GIF', drawn('gif', CLEAN), 0],
  ['750×1334', drawn('png', { ...CLEAN, width: 750, height: 1334 }), 0],
  ['1334×750, on its side', drawn('png', { ...CLEAN, width: 1334, height: 750 }), 0],
  ['751×1334', drawn('png', { ...CLEAN, width: 751, height: 1334 }), 40006],
  ['750×1335', drawn('png', { ...CLEAN, width: 750, height: 1335 }), 40006],
  ['1 MB', padded(drawn('png', CLEAN), MIB), 0],
  ['1 MB and a byte', padded(drawn('png', CLEAN), MIB + 1), 40006],
  ['11 MB', Buffer.alloc(11 * MIB, 1), 40006],
  ['a text', Buffer.from('hello'), 40005],
  ['a WebP', Buffer.from('RIFF....WEBPVP8 '), 40005],
  ['a film', drawn('mp4'), 40005],
  ['nothing', Buffer.alloc(0), 41005],
]

for (const [name, bytes, errcode] of sizes) {
  test(`${name} is answered with ${errcode}`, async () => {
    assert.equal((await check(bytes)).errcode, errcode)
  })
}

test('the file may be in any field and of any stated type', async () => {
  const more = { field: 'file', name: 'image.png', type: 'application/octet-stream' }
  assert.equal((await check(drawn('png', CLEAN), more)).errcode, 0)
})

test('of several files the one called media counts', async () => {
  const form = new FormData()
  form.set('cover', new Blob([new Uint8Array(drawn('png', CLEAN))]), 'a.png')
  form.set('media', new Blob([new Uint8Array(drawn('png', { words: '代开发票' }))]), 'b.png')
  form.set('other', new Blob([new Uint8Array(drawn('png', CLEAN))]), 'c.png')
  const response = new Response(form)
  const { body } = await send(instance.app, {
    method: 'POST',
    url: `${PATH}?access_token=${program.token}`,
    headers: { 'content-type': response.headers.get('content-type') ?? '' },
    payload: Buffer.from(await response.arrayBuffer()),
  })
  assert.equal(body.errcode, 87014)
})

test('broken forms, other bodies and GET have their numbers', async () => {
  const url = `${PATH}?access_token=${program.token}`
  const head = '--x\r\nContent-Disposition: form-data; name="media"'
  const bodies: [payload: string, type: string][] = [
    [`${head}; filename="a.png"\r\n\r\n\x89PN`, 'multipart/form-data; boundary=x'],
    ['', 'multipart/form-data'],
    ['{}', 'application/json'],
  ]
  for (const [payload, type] of bodies) {
    const headers = { 'content-type': type }
    const { status, body } = await send(instance.app, { method: 'POST', url, headers, payload })
    assert.deepEqual([status, body.errcode], [200, 41005])
  }
  assert.equal((await program.call(PATH, undefined, 'GET')).errcode, 43002)
  const { body } = await send(instance.app, { method: 'POST', url: PATH })
  assert.equal(body.errcode, 41001)
})

test('a picture that is not judged in time is 87015, and leaves no record', async (context) => {
  context.mock.method(AbortSignal, 'timeout', () => AbortSignal.abort())
  const before = await instance.storage.checks.list({ appid: program.appid })
  assert.equal((await check(drawn('png', { ...CLEAN, slow: true }))).errcode, 87015)
  const after = await instance.storage.checks.list({ appid: program.appid })
  assert.deepEqual(after.items.length, before.items.length)
})

test('an engine that does not answer is -1, and the picture is not passed', async () => {
  assert.equal((await check(drawn('png', { crash: true }))).errcode, -1)
})

test('the extension tells clause, box and editions; the record has the same', async () => {
  const form = new FormData()
  form.set('media', new Blob([new Uint8Array(drawn('png', { words: '代开发票' }))]), 'a.png')
  const response = new Response(form)
  const { body } = await send(instance.app, {
    method: 'POST',
    url: `${PATH}?access_token=${program.token}`,
    headers: {
      'content-type': response.headers.get('content-type') ?? '',
      'x-fangxing-extension': '1',
    },
    payload: Buffer.from(await response.arrayBuffer()),
  })
  const { fangxing } = body
  assert.equal(fangxing.label, 20008)
  assert.deepEqual(fangxing.hits[0].box, { x: 1, y: 2, width: 30, height: 10 })
  assert.match(fangxing.edition, /^policy-.*\.lexicon-.*\.studio-1\.pictures-/)
  assert.ok(fangxing.findings.some(({ clause_id }: { clause_id: string }) => clause_id !== ''))
  const record = await instance.storage.checks.find(fangxing.check_id)
  assert.deepEqual([record?.kind, record?.suggest, record?.label], ['picture', 'risky', 20008])
})

test('a picture that a person must see is kept for them; one that passed is not', async () => {
  const of = async (scenery: Scenery) => {
    await check(drawn('png', scenery))
    const { items } = await instance.storage.checks.list({ appid: program.appid, limit: 1 })
    return items[0]?.evidence as { mediaId?: string }
  }
  const { mediaId = '' } = await of({ words: '加微信聊' })
  const kept = await instance.storage.media.content(mediaId)
  assert.deepEqual(Buffer.from(kept ?? []), drawn('png', { words: '加微信聊' }))
  assert.equal((await of(CLEAN)).mediaId, undefined)
})

test('what is read in a picture that passed is nowhere in its record; of a doubtful one it goes with the texts', async () => {
  const recordOf = async (words: string) => {
    await check(drawn('png', { words }))
    const { items } = await instance.storage.checks.list({ appid: program.appid, limit: 1 })
    return items[0]
  }
  const passed = await recordOf('家住幸福路三号')
  assert.deepEqual([passed?.suggest, passed?.texts], ['pass', null])
  assert.doesNotMatch(JSON.stringify(passed), /幸福路/)
  const doubtful = await recordOf('家住幸福路三号加微信聊')
  assert.equal(doubtful?.suggest, 'review')
  assert.doesNotMatch(JSON.stringify(doubtful?.evidence), /幸福路/)
  assert.deepEqual(
    doubtful?.texts?.map(({ field }) => field),
    ['words'],
  )
})

test('the same picture gets the same answer', async () => {
  const bytes = drawn('png', { words: '代开发票' })
  const { rid, ...first } = withoutId(await check(bytes))
  const { rid: other, ...second } = withoutId(await check(bytes))
  assert.deepEqual(first, second)
})

function withoutId(answer: { errmsg: string }) {
  const [errmsg, rid] = answer.errmsg.split(' rid: ')
  return { ...answer, errmsg, rid }
}
