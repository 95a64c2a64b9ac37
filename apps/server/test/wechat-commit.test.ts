import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { observeProgram } from '@fangxing/miniprogram'
import { packFiles, packFolder, readArchive } from '@fangxing/server'
import type { Releases } from '@fangxing/storage'
import { packageLimits } from '../src/archive/index.ts'
import { buildApp } from '../src/build-app.ts'
import { packWithin } from '../src/wechat/commit.ts'
import { mergeExtJson } from '../src/wechat/ext-json.ts'
import { type House, openHouse, TOOL, TOOL_ITEM, uploadFiles } from './dialect-story.ts'
import { callDialect, type Instance, makeProgram, type Program, startInstance } from './instance.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'miniprograms')

const TEMPLATE = {
  'app.json': JSON.stringify({
    pages: ['index', 'search/index'],
    window: { navigationBarTitleText: '模板', backgroundColor: '#fff' },
    tabBar: {
      list: [
        { pagePath: 'index', text: '首页' },
        { pagePath: 'search/index', text: '搜索' },
      ],
    },
    subPackages: [{ root: 'more', pages: ['one', 'two'] }],
  }),
  'index.js': 'Page({})',
  'index.wxml': '<view/>',
  'index.json': '{"usingComponents":{},"navigationBarTitleText":"旧"}',
  'search/index.js': 'Page({})',
  'search/index.wxml': '<view/>',
  'more/one.js': 'Page({})',
  'more/one.wxml': '<view/>',
  'more/two.js': 'Page({})',
  'more/two.wxml': '<view/>',
}

let instance: Instance
let house: House
let program: Program
let templateId: number

before(async () => {
  instance = await startInstance()
  house = await openHouse(instance)
  program = await makeProgram(instance, [TOOL])
  const library = await makeProgram(instance, [])
  const releaseId = await uploadFiles(instance, library, TEMPLATE)
  const { status, body } = await house.operator.post('/v1/templates', { releaseId })
  assert.equal(status, 201)
  templateId = body.id
})
after(() => instance.close())

const COMMIT = {
  ext_json: '{"extAppid":"","ext":{"shop":7}}',
  user_version: 'V1.0',
  user_desc: '首版',
}
const commit = (more: object = {}) =>
  program.call('/wxa/commit', { template_id: templateId, ...COMMIT, ...more })

async function committed(): Promise<{ app: Record<string, unknown>; texts: Map<string, string> }> {
  const { items } = await instance.storage.releases.list({ appid: program.appid, limit: 1 })
  const archive = await instance.storage.releases.archive(items[0]?.id ?? '')
  const files = await readArchive(archive ?? new Uint8Array())
  const texts = new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))
  return { app: JSON.parse(texts.get('app.json') ?? ''), texts }
}

test('a template is listed with its number, and its version is committed, seen and handed in', async () => {
  assert.equal((await program.call('/wxa/get_page', undefined, 'GET')).errcode, 86001)
  const { template_list } = await program.call('/wxa/gettemplatelist', undefined, 'GET')
  assert.equal(template_list[0].template_id, templateId)

  assert.deepEqual(await commit({ template_id: String(templateId) }), { errcode: 0, errmsg: 'ok' })
  const pages = await program.call('/wxa/get_page', undefined, 'GET')
  assert.deepEqual(pages.page_list, ['index', 'search/index', 'more/one', 'more/two'])
  const { exp_info, release_info } = await program.call('/wxa/getversioninfo', {})
  assert.deepEqual([exp_info.exp_version, exp_info.exp_desc], ['V1.0', '首版'])
  assert.equal(release_info, undefined)
  assert.deepEqual(JSON.parse((await committed()).texts.get('ext.json') ?? ''), {
    extAppid: '',
    ext: { shop: 7 },
  })

  const answer = await program.call('/wxa/submit_audit', { item_list: [TOOL_ITEM] })
  assert.equal(answer.errcode, 0)
  assert.equal((await commit()).errcode, 0)
  assert.equal((await program.call('/wxa/undocodeaudit', undefined, 'GET')).errcode, 0)
})

test('pages are replaced, windows merged, and page settings merged into their files', async () => {
  const ext = {
    pages: ['index'],
    tabBar: { list: [{ pagePath: 'index', text: '唯一' }], color: '#000' },
    window: { navigationBarTitleText: '商家' },
    subpackages: [{ root: 'more/', pages: ['two'] }],
    requiredPrivateInfos: ['getLocation'],
    extPages: { index: { navigationBarTitleText: '新' }, 'search/index': { disableScroll: true } },
    networkTimeout: null,
  }
  assert.equal((await commit({ ext_json: JSON.stringify(ext) })).errcode, 0)
  const { app, texts } = await committed()
  assert.deepEqual(app.pages, ['index'])
  assert.deepEqual(app.window, { navigationBarTitleText: '商家', backgroundColor: '#fff' })
  assert.deepEqual(app.requiredPrivateInfos, ['getLocation'])
  assert.deepEqual([app.subPackages, app.networkTimeout], [undefined, undefined])
  assert.deepEqual(JSON.parse(texts.get('index.json') ?? ''), {
    usingComponents: {},
    navigationBarTitleText: '新',
  })
  assert.deepEqual(JSON.parse(texts.get('search/index.json') ?? ''), { disableScroll: true })
})

const refused: [name: string, more: object, errcode: number][] = [
  ['no template', { template_id: null }, 85014],
  ['a template that is not there', { template_id: 999_999 }, 85014],
  ['a template with a fraction', { template_id: 1.5 }, 85014],
  ['a template beyond any number', { template_id: 1e300 }, 85014],
  ['a template in words', { template_id: 'first' }, 47001],
  ['ext_json as an object', { ext_json: {} }, 47001],
  ['ext_json that is no JSON', { ext_json: '{"ext":' }, 85048],
  ['ext_json that is a list', { ext_json: '[]' }, 85013],
  [
    'a hundred thousand brackets',
    { ext_json: `{"ext":${'['.repeat(1e5)}${']'.repeat(1e5)}}` },
    85013,
  ],
  ['pages that are no list', { ext_json: '{"pages":"index"}' }, 85013],
  ['a window that is a list', { ext_json: '{"window":[]}' }, 85013],
  ['a subpackage without root', { ext_json: '{"subPackages":[{"pages":[]}]}' }, 85013],
  ['a page that the template lacks', { ext_json: '{"pages":["other"]}' }, 85045],
  ['a page that is a number', { ext_json: '{"pages":[1]}' }, 85045],
  ['settings of a page it lacks', { ext_json: '{"extPages":{"other":{}}}' }, 85045],
  ['settings of __proto__', { ext_json: '{"extPages":{"__proto__":{}}}' }, 85045],
  ['a subpackage it lacks', { ext_json: '{"subPackages":[{"root":"x","pages":["y"]}]}' }, 85045],
  ['a tab without its page', { ext_json: '{"pages":["index"]}' }, 85046],
  ['no page at all', { ext_json: '{"pages":[]}' }, 85047],
  ['private interfaces in words', { ext_json: '{"requiredPrivateInfos":"getLocation"}' }, 85310],
  ['an unknown interface', { ext_json: '{"requiredPrivateInfos":["getMoon"]}' }, 85310],
  [
    'a fuzzy place beside an exact one',
    { ext_json: '{"requiredPrivateInfos":["getFuzzyLocation","getLocation"]}' },
    85311,
  ],
  ['no version', { user_version: '' }, 47001],
  ['a version of 65', { user_version: '1'.repeat(65) }, 40097],
  ['a description too long', { user_desc: '长'.repeat(2001) }, 40097],
]

test('each odd commit has its number, and none of them is kept', async () => {
  const before = await committed()
  for (const [name, more, errcode] of refused) {
    const answer = await commit(more)
    assert.equal(answer.errcode, errcode, `${name}: ${JSON.stringify(answer)}`)
  }
  assert.deepEqual(await committed(), before)
  assert.equal((await program.call('/wxa/commit', undefined)).errcode, 44002)
  assert.equal((await program.call('/wxa/commit', undefined, 'GET')).errcode, 43002)
  assert.equal((await commit({ user_version: '1'.repeat(64), ext_json: '' })).errcode, 0)
})

test('a template whose package is gone or cannot be read is 85043', async () => {
  const commitFrom = async (archive: Releases['archive']) => {
    const { storage } = instance.ports
    const releases = { ...storage.releases, archive }
    const app = await buildApp({ ...instance.ports, storage: { ...storage, releases } })
    const url = `/wxa/commit?access_token=${program.token}`
    return (await callDialect(app, url, { template_id: templateId, ...COMMIT })).errcode
  }
  assert.equal(await commitFrom(async () => null), 85043)
  assert.equal(await commitFrom(async () => Buffer.from('no zip')), 85043)
  const broken = { ...TEMPLATE, 'app.json': '{"pages":["index"' }
  const odd = await packFiles(new Map(Object.entries(broken).map(toFile)))
  assert.equal(await commitFrom(async () => odd), 85043)
})

test('a package that grows beyond the limit is 85044', () => {
  const files = new Map(Object.entries(TEMPLATE).map(toFile))
  const merged = mergeExtJson(files, observeProgram(files), '{"ext":{"a":1}}')
  return assert.rejects(packWithin(merged, { ...packageLimits, maxArchiveBytes: 100 }), {
    errcode: 85044,
  })
})

test('a removed template is 85014, and what was made from it stays', async () => {
  const releaseId = await uploadFiles(instance, program, TEMPLATE)
  const { body } = await house.developer.post('/v1/templates', { releaseId, description: '二' })
  assert.equal(body.description, '二')
  assert.equal((await commit({ template_id: body.id })).errcode, 0)
  assert.equal((await house.developer.delete(`/v1/templates/${body.id}`)).status, 204)
  const again = await house.developer.delete(`/v1/templates/${body.id}`)
  assert.equal(again.body.code, 'TEMPLATE_NOT_FOUND')
  assert.equal((await commit({ template_id: body.id })).errcode, 85014)
  assert.equal((await program.call('/wxa/get_page', undefined, 'GET')).errcode, 0)
  const none = await house.operator.post('/v1/templates', { releaseId: 'none' })
  assert.equal(none.body.code, 'RELEASE_NOT_FOUND')
})

function toFile([path, text]: [string, string]): [string, Uint8Array] {
  return [path, Buffer.from(text)]
}

test('a program in a folder of its project is merged where it is', async () => {
  const files = await readArchive(await packFolder(join(FIXTURES, 'garden-notes')))
  const merged = mergeExtJson(
    files,
    observeProgram(files),
    '{"window":{"navigationBarTitleText":"换名"}}',
  )
  const manifest = JSON.parse(Buffer.from(merged.get('miniprogram/app.json') ?? []).toString())
  assert.equal(manifest.window.navigationBarTitleText, '换名')
  assert(merged.has('miniprogram/ext.json'))
})
