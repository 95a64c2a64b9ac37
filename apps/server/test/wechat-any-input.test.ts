/**
 * Whatever is sent to the dialect is answered with HTTP 200, JSON and a number of the table that is
 * not -1, and leaves no line in the log: nothing that a caller sends is a fault of ours.
 *
 * One row per call: a body that is well-formed. Each of its fields in turn, at any depth, is left
 * out and replaced by every odd value.
 */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { WECHAT_CODES } from '../src/wechat/codes.ts'
import { bringOut, openHouse, PNG, sendFile, TOOL } from './dialect-story.ts'
import { type Instance, makeProgram, type Program, startInstance, upload } from './instance.ts'

const NAMES = { first_class: '工具', second_class: '备忘录', third_class: null }
const ITEM = {
  ...NAMES,
  first_id: 1,
  second_id: 2,
  tag: 'a b',
  title: '题',
  address: 'pages/about/about',
}
const SUBMISSION = {
  item_list: [ITEM],
  preview_info: { video_id_list: [''], pic_id_list: null },
  version_desc: '首版',
  feedback_info: '已补',
  feedback_stuff: 'a|b',
  ugc_declare: { scene: [4], other_scene_desc: '', method: [1], has_audit_team: 1, audit_desc: '' },
  privacy_api_not_use: true,
  order_path: 'pages/a',
}
const CERTIFICATE = { key: '许可证', value: 'id', expire_time: 1_900_000_000, is_permanent: false }
const CATEGORY = { first: 1_375_332_845, second: 210_690_048, certicates: [CERTIFICATE] }
const PLAN = { gray_percentage: 5, support_debuger_first: true, support_experiencer_first: false }
/** Refused without a try: nothing waits for it when the tests end. */
const MEDIA = { media_type: 2, media_url: 'http://10.0.0.1/a.png' }
const EXT = '{"ext":{},"window":{}}'

const calls: [path: string, body: object][] = [
  ['/cgi-bin/token', {}],
  ['/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'a', secret: 's' }],
  ['/wxa/msg_sec_check', { version: 2, scene: 2, openid: 'oAbc', content: '好', title: '' }],
  ['/wxa/msg_sec_check', { content: '好' }],
  ['/wxa/img_sec_check', {}],
  ['/wxa/media_check_async', { ...MEDIA, version: 2, scene: 2, openid: 'oAbc' }],
  ['/wxa/media_check_async', MEDIA],
  ['/wxa/getuserriskrank', { appid: 'a', openid: 'oAbc', scene: 0, client_ip: '192.0.2.1' }],
  ['/wxa/commit', { template_id: 1, ext_json: EXT, user_version: '1', user_desc: '' }],
  ['/wxa/gettemplatelist', {}],
  ['/wxa/get_page', {}],
  ['/wxa/get_category', {}],
  ['/wxa/uploadmedia', {}],
  ['/cgi-bin/media/upload', {}],
  ['/wxa/security/get_code_privacy_info', {}],
  ['/wxa/submit_audit', SUBMISSION],
  ['/wxa/get_auditstatus', { auditid: 400_000_001 }],
  ['/wxa/get_latest_auditstatus', {}],
  ['/wxa/undocodeaudit', {}],
  ['/wxa/release', {}],
  ['/wxa/revertcoderelease', {}],
  ['/wxa/grayrelease', PLAN],
  ['/wxa/getgrayreleaseplan', {}],
  ['/wxa/revertgrayrelease', {}],
  ['/wxa/queryquota', {}],
  ['/wxa/speedupaudit', { auditid: 400_000_001 }],
  ['/wxa/getversioninfo', {}],
  ['/cgi-bin/wxopen/getallcategories', {}],
  ['/cgi-bin/wxopen/getcategoriesbytype', { verify_type: 1 }],
  ['/cgi-bin/wxopen/getcategory', {}],
  ['/cgi-bin/wxopen/addcategory', { categories: [CATEGORY] }],
  ['/cgi-bin/wxopen/modifycategory', CATEGORY],
  ['/cgi-bin/wxopen/deletecategory', CATEGORY],
  ['/wxa/no_such_call', {}],
]

const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  ' ',
  'null',
  true,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  '1e3',
  '9'.repeat(40),
  '长'.repeat(5000),
  'a\0b',
  '\ud800',
  [],
  {},
  [null],
  [[]],
  [{}],
  { length: 3 },
  { __proto__: null, toString: 'x' },
  Array(1000).fill('x'),
]

const ODD_BODIES: readonly (string | Buffer)[] = [
  'null',
  '[]',
  '""',
  '7',
  '{',
  '{"a":}',
  '\u0000',
  '{"__proto__":{"auditid":1},"constructor":1}',
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  Buffer.from([0xff, 0xfe, 0x00]),
  Buffer.from('{"content":"\xff"}', 'latin1'),
  JSON.stringify({ content: 'x'.repeat(300 * 1024) }),
]

let instance: Instance
let program: Program

before(async () => {
  instance = await startInstance()
  const house = await openHouse(instance)
  program = await makeProgram(instance, [TOOL])
  // One version serves, a template exists, a draft waits: calls get past their first look.
  const { id } = await bringOut(instance, house, program)
  const { body } = await house.operator.post('/v1/templates', { releaseId: id })
  assert.equal(body.id, 1)
  await upload(instance, house.developer, program.appid, 'plain-tool', '1.1.0')
})
after(() => instance.close())

async function ask(path: string, payload: string | Buffer | undefined, more: object = {}) {
  const linesBefore = instance.log.length
  const separator = path.includes('?') ? '&' : '?'
  const response = await instance.app.inject({
    method: 'POST',
    url: `${path}${separator}access_token=${program.token}`,
    ...(payload === undefined ? {} : { payload }),
    ...more,
  })
  const said = `${path} ${String(payload).slice(0, 200)}: ${response.statusCode} ${response.body}`
  assert.equal(response.statusCode, 200, said)
  const { errcode = 0 } = response.json()
  assert(errcode === 0 || (errcode in WECHAT_CODES && errcode !== -1), said)
  assert.deepEqual(instance.log.slice(linesBefore), [], said)
  return errcode
}

/** The body with one field left out or replaced, for each field at any depth and each odd value. */
function* variants(body: unknown): Generator<unknown> {
  if (typeof body !== 'object' || body === null) return
  for (const [name, value] of Object.entries(body)) {
    const put = (other: unknown) =>
      Array.isArray(body)
        ? body.map((item, index) => (String(index) === name ? other : item))
        : { ...body, [name]: other }
    for (const other of ODD_VALUES) yield put(other)
    if (!Array.isArray(body)) yield put(undefined)
    for (const deeper of variants(value)) yield put(deeper)
  }
}

for (const [path, body] of calls) {
  test(`${path} answers every variant of ${Object.keys(body).join(', ') || 'nothing'}`, async () => {
    await ask(path, undefined)
    await ask(path, JSON.stringify(body))
    await ask(path, JSON.stringify(body))
    for (const variant of variants(body)) await ask(path, JSON.stringify(variant))
    for (const odd of ODD_BODIES) await ask(path, odd)
  })

  test(`${path} answers any method, type and query`, async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      const response = await instance.app.inject({ method: method as 'GET', url: path })
      assert.equal(response.statusCode, 200, `${method} ${path}`)
    }
    for (const type of [
      'multipart/form-data',
      'text/xml',
      'image/png',
      'x',
      'application/json; charset=gbk',
    ]) {
      await ask(path, JSON.stringify(body), { headers: { 'content-type': type } })
    }
    for (const query of [
      'a=1&a=2',
      'type=x&type=y',
      'action=x&app_version=a&app_version=b',
      'a[b]=%00',
      '%E0%A4%A',
    ]) {
      await ask(`${path}?${query}`, JSON.stringify(body))
    }
  })
}

test('any JSON in any call is answered', async () => {
  const anyCall = fc.constantFrom(...calls.map(([path]) => path))
  await fc.assert(
    fc.asyncProperty(anyCall, fc.json(), async (path, text) => {
      await ask(path, text)
    }),
    { numRuns: 200 },
  )
})

const tokens: [name: string, query: string, errcode: number][] = [
  ['no token', '', 41001],
  ['an empty token', '?access_token=', 41001],
  ['two tokens', '?access_token=aaaaaaaaaaaaaaaaaaaa&access_token=b', 41001],
  ['a short token', '?access_token=abc', 40014],
  ['a token of 10,000', `?access_token=${'a'.repeat(10_000)}`, 40014],
  ['a token with NUL', `?access_token=${'a'.repeat(30)}%00`, 40014],
  ['an unknown token', `?access_token=${'a'.repeat(60)}`, 40001],
]

for (const [name, query, errcode] of tokens) {
  test(`${name} is ${errcode} on every call that needs one`, async () => {
    const free = new Set(['/cgi-bin/token', '/cgi-bin/stable_token', '/wxa/no_such_call'])
    for (const [path, body] of calls) {
      if (free.has(path)) continue
      const response = await instance.app.inject({
        method: 'POST',
        url: `${path}${query}`,
        payload: body,
      })
      assert.equal(response.json().errcode, errcode, path)
    }
  })
}

test('a path that is no path is refused, and is no fault of ours', async () => {
  for (const url of ['/wxa/%E0%A4%A', '/wxa/%00', '/cgi-bin/..%2f..%2fetc', '/wxa//release']) {
    const { statusCode } = await instance.app.inject({ method: 'POST', url })
    assert(statusCode < 500, `${url}: ${statusCode}`)
  }
  assert.deepEqual(instance.log, [])
})

test('the table has every path of the dialect, no more and no less', () => {
  const served = instance.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => /((?:\/wxa|\/cgi-bin)\/[\w/]+) \(/.exec(line)?.[1] ?? [])
  const tried = calls.map(([path]) => path).filter((path) => path !== '/wxa/no_such_call')
  assert.deepEqual([...new Set(tried)].sort(), [...new Set(served)].sort())
})

test('a picture that is sent a hundred times is a hundred pictures', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => sendFile(instance, program, PNG)),
  )
  assert.equal(new Set(answers.map(({ mediaid }) => mediaid)).size, 100)
})
