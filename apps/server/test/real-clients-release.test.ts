/**
 * Published clients, unmodified, take a version through its life on a listening server: media,
 * submit, status, withdraw, submit, release. Only their base URL is changed.
 */

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { packFolder, type RunningServer, startServer } from '@fangxing/server'
import { approveRelease } from '../src/use-cases/approve-release.ts'
import { claimRelease } from '../src/use-cases/claim-release.ts'
import { uploadRelease } from '../src/use-cases/upload-release.ts'
import { PNG, TOOL, TOOL_ITEM } from './dialect-story.ts'
import { type Json, PASSWORD } from './instance.ts'

const require = createRequire(import.meta.url)
const FIXTURE = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'fixtures',
  'miniprograms',
  'plain-tool',
)

let directory: string
let picture: string
let server: RunningServer

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fangxing-clients-'))
  picture = join(directory, 'a.png')
  await writeFile(picture, PNG)
  server = await startServer({
    dataDirectory: join(directory, 'data'),
    port: 0,
    host: '127.0.0.1',
    simulatedClock: false,
    log: () => {},
  })
})
after(async () => {
  await server.close()
  await rm(directory, { recursive: true, force: true })
})

async function newApp() {
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const draft = { name: '换算', subject, categories: [TOOL] }
  const { app, secret } = await server.ports.storage.apps.create(draft, Date.now())
  const { id } = await uploadRelease(server.ports, {
    appid: app.appid,
    version: '1.0.0',
    description: '首版',
    archive: await packFolder(FIXTURE),
    actor: { kind: 'developer', id: 'u', name: 'u' },
  })
  return { appid: app.appid, secret, releaseId: id }
}

/** A person approves it as soon as the machine has looked at it. */
async function approve(releaseId: string): Promise<void> {
  const { ports } = server
  const deadline = Date.now() + 30_000
  while ((await ports.storage.releases.find(releaseId))?.life.state === 'machineReview') {
    assert(Date.now() < deadline, 'the machine did not answer')
    await wait(20)
  }
  const draft = { name: `r ${releaseId}`, roles: ['reviewer'], password: PASSWORD } as const
  const user = await ports.storage.users.create(draft, Date.now())
  const { fence } = await claimRelease(ports, releaseId, user)
  const actor = { kind: 'reviewer', id: user.id, name: user.name } as const
  await approveRelease(ports, { releaseId, actor, fence })
}

/** A client as these tests need it: GET and POST of a path, and an upload. */
interface Client {
  get(path: string): Promise<Json>
  post(path: string, body: object): Promise<Json>
  upload(): Promise<string>
}

function easyWechat({ appid, secret }: { appid: string; secret: string }): Client {
  const { MiniApp } = require('node-easywechat')
  const client = () =>
    new MiniApp({
      app_id: appid,
      secret,
      use_stable_access_token: true,
      http: { baseURL: `${server.url}/` },
      file_cache: { path: directory },
    }).getClient()
  return {
    get: async (path) => (await client().get(path)).toObject(),
    post: async (path, body) => (await client().postJson(path, body)).toObject(),
    upload: async () =>
      (await client().withFile(picture, 'media').post('wxa/uploadmedia')).toObject().mediaid,
  }
}

function coWechat({ appid, secret }: { appid: string; secret: string }): Client {
  const WechatApi = require('co-wechat-api')
  const api = new WechatApi(appid, secret)
  api.prefix = `${server.url}/cgi-bin/`
  const at = async (path: string) => {
    const { accessToken } = await api.ensureAccessToken()
    return `${server.url}/${path}?access_token=${accessToken}`
  }
  const headers = { 'content-type': 'application/json' }
  return {
    get: async (path) => api.request(await at(path), { method: 'GET' }),
    post: async (path, body) =>
      api.request(await at(path), { method: 'POST', data: JSON.stringify(body), headers }),
    upload: async () => (await api.uploadImageMedia(picture)).media_id,
  }
}

for (const [name, open] of Object.entries({
  'node-easywechat': easyWechat,
  'co-wechat-api': coWechat,
})) {
  test(`${name} submits, asks, withdraws, submits again and releases`, async () => {
    const { releaseId, ...credentials } = await newApp()
    const client = open(credentials)
    const { page_list } = await client.get('wxa/get_page')
    const { category_list } = await client.get('wxa/get_category')
    const picId = await client.upload()
    const submission = {
      item_list: [{ ...category_list[0], address: page_list[0], tag: '长度 重量', title: '换算' }],
      preview_info: { pic_id_list: [picId], video_id_list: [] },
      version_desc: '首版',
    }
    const { auditid } = await client.post('wxa/submit_audit', submission)
    assert.equal(typeof auditid, 'number')
    assert.equal((await client.post('wxa/get_auditstatus', { auditid })).status, 2)
    assert.equal((await client.get('wxa/undocodeaudit')).errcode, 0)
    assert.equal((await client.post('wxa/get_auditstatus', { auditid })).status, 3)

    const again = await client.post('wxa/submit_audit', { item_list: [TOOL_ITEM] })
    assert.notEqual(again.auditid, auditid)
    await approve(releaseId)
    const latest = await client.get('wxa/get_latest_auditstatus')
    assert.deepEqual([latest.status, latest.auditid], [0, again.auditid])
    assert.equal((await client.post('wxa/release', {})).errcode, 0)
    const { release_info } = await client.post('wxa/getversioninfo', {})
    assert.equal(release_info.release_version, '1.0.0')

    const shown = await server.ports.storage.media.ofSubmission(auditid)
    assert.deepEqual(
      shown.map(({ id }) => id),
      [picId],
    )
  })
}

test('co-wechat-api hears a refusal as its own error with our number', async () => {
  const { appid, secret } = await newApp()
  const client = coWechat({ appid, secret })
  await assert.rejects(client.post('wxa/release', {}), { name: 'WeChatAPIError', code: 85019 })
  await assert.rejects(client.get('wxa/revertcoderelease'), { code: 87012 })
})
