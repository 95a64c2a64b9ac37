import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildApp } from '../src/build-app.ts'
import { bringOut, type House, openHouse, TOOL, TOOL_ITEM, uploadFiles } from './dialect-story.ts'
import {
  callDialect,
  type Instance,
  makeProgram,
  type Program,
  settled,
  startInstance,
} from './instance.ts'

let instance: Instance
let house: House
let program: Program

before(async () => {
  instance = await startInstance()
  house = await openHouse(instance)
})
after(() => instance.close())

function located(declared: readonly string[]) {
  return {
    'app.json': JSON.stringify({ pages: ['map'], requiredPrivateInfos: declared }),
    'map.js':
      'Page({ onLoad() { wx.getLocation({}); wx.chooseLocation({}); wx.getLocation({}) } })',
    'map.wxml': '<view>地图</view>',
  }
}

const privacy = () => program.call('/wxa/security/get_code_privacy_info', undefined, 'GET')
const submit = (more: object = {}) =>
  program.call('/wxa/submit_audit', { item_list: [TOOL_ITEM], ...more })

test('an undeclared location interface is listed once, and its submission is 61040', async () => {
  program = await makeProgram(instance, [TOOL])
  assert.equal((await privacy()).errcode, 86001)
  await uploadFiles(instance, program, located(['chooseLocation']))
  const { errcode, without_auth_list, without_conf_list } = await privacy()
  assert.deepEqual([errcode, without_auth_list], [0, []])
  assert.deepEqual(without_conf_list, ['wx.getLocation'])
  assert.equal((await submit()).errcode, 61040)
  assert.equal((await submit({ privacy_api_not_use: 'false' })).errcode, 61040)

  await uploadFiles(instance, program, located(['chooseLocation', 'getLocation']), '1.0.1')
  assert.deepEqual((await privacy()).without_conf_list, [])
  assert.equal((await submit()).errcode, 0)
})

test('who says that it is not used comes past 61040, and the machine still sees the call', async () => {
  program = await makeProgram(instance, [TOOL])
  const id = await uploadFiles(instance, program, located([]))
  const { errcode, auditid } = await submit({ privacy_api_not_use: true })
  assert.equal(errcode, 0)
  await settled(house.developer, id)
  const { status, reason } = await program.call('/wxa/get_auditstatus', { auditid })
  assert.equal(status, 1)
  assert.match(reason, /位置接口/)
})

test('the newest upload is on trial, and what serves is online', async () => {
  program = await makeProgram(instance, [TOOL])
  const versions = () => program.call('/wxa/getversioninfo', undefined)
  assert.deepEqual(await versions(), { errcode: 0, errmsg: 'ok' })
  await bringOut(instance, house, program, '1.0.0')
  await uploadFiles(instance, program, located([]), '2.0.0')
  const { exp_info, release_info } = await versions()
  assert.deepEqual([exp_info.exp_version, release_info.release_version], ['2.0.0', '1.0.0'])
  assert.equal(release_info.release_desc, 'version 1.0.0')
  for (const time of [exp_info.exp_time, release_info.release_time]) {
    assert(time > 1_700_000_000 && time < 1e11)
  }
})

test('an upload whose package is gone is 86001, everywhere that looks into it', async () => {
  program = await makeProgram(instance, [TOOL])
  await uploadFiles(instance, program, located([]))
  const { storage } = instance.ports
  const releases = { ...storage.releases, archive: async () => null }
  const app = await buildApp({ ...instance.ports, storage: { ...storage, releases } })
  const paths = ['/wxa/get_page', '/wxa/security/get_code_privacy_info', '/wxa/submit_audit']
  for (const path of paths) {
    const url = `${path}?access_token=${program.token}`
    const answer = await callDialect(app, url, { item_list: [TOOL_ITEM] })
    assert.equal(answer.errcode, 86001, path)
  }
})
