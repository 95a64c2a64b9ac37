import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { monthStart, type ReleaseEvent } from '@fangxing/release'
import { buildApp } from '../src/build-app.ts'
import { SUBMISSIONS_PER_MONTH } from '../src/wechat/quotas.ts'
import {
  bringOut,
  decide,
  type House,
  handIn,
  openHouse,
  TOOL,
  TOOL_ITEM,
} from './dialect-story.ts'
import {
  type Instance,
  makeProgram,
  type Program,
  send,
  settled,
  startInstance,
  upload,
} from './instance.ts'

let instance: Instance
let house: House
let program: Program

before(async () => {
  instance = await startInstance()
  house = await openHouse(instance)
})
after(() => instance.close())

const stage = (gray_percentage: unknown, more: object = {}) =>
  program.call('/wxa/grayrelease', { gray_percentage, ...more })
const plan = async () =>
  (await program.call('/wxa/getgrayreleaseplan', undefined, 'GET')).gray_release_plan
const roll = async (query = '') => {
  const url = `/wxa/revertcoderelease?access_token=${program.token}${query}`
  return (await send(instance.app, { method: 'GET', url })).body
}
const stateOf = async (id: string) => (await instance.storage.releases.find(id))?.life.state

test('a staged release: 85079, 85080, then growing shares, cancelled, staged anew, out', async () => {
  program = await makeProgram(instance, [TOOL])
  assert.equal((await stage(5)).errcode, 85079)
  assert.equal((await plan()).status, 0)
  await bringOut(instance, house, program, '1.0.0')
  assert.equal((await stage(5)).errcode, 85080)
  const { id } = await handIn(instance, house, program, '1.1.0')
  assert.equal((await stage(5)).errcode, 85080)
  await decide(house, id, 'approve')

  for (const odd of [-1, 101, 2.5, 1e300]) assert.equal((await stage(odd)).errcode, 85081)
  for (const none of [undefined, null, '']) assert.equal((await stage(none)).errcode, 40097)
  assert.equal((await stage('many')).errcode, 47001)
  assert.equal((await stage(0)).errcode, 40097)

  const startedAt = Math.floor(instance.clock.now() / 1000)
  assert.equal((await stage(0, { support_experiencer_first: 'true' })).errcode, 0)
  assert.equal(await stateOf(id), 'greyLaunch')
  instance.clock.advance(60_000)
  assert.equal((await stage('8', { support_debuger_first: true })).errcode, 0)
  const { create_timestamp, ...rest } = await plan()
  assert(create_timestamp >= startedAt && create_timestamp < startedAt + 60)
  assert.deepEqual(rest, {
    status: 1,
    gray_percentage: 8,
    support_debuger_first: true,
    support_experiencer_first: false,
  })
  assert.equal((await stage(8)).errcode, 85082)
  assert.equal((await stage(7)).errcode, 85082)
  assert.equal((await roll()).errcode, 87011)

  const cancel = () => program.call('/wxa/revertgrayrelease', undefined, 'GET')
  assert.equal((await cancel()).errcode, 0)
  assert.equal(await stateOf(id), 'approved')
  assert.equal((await plan()).status, 4)
  assert.equal((await cancel()).errcode, 85020)

  assert.equal((await stage(3)).errcode, 0)
  assert.equal((await plan()).gray_percentage, 3)
  assert.equal((await program.call('/wxa/release', {})).errcode, 0)
  assert.equal(await stateOf(id), 'launched')
  assert.equal((await plan()).status, 3)
  const { release_info } = await program.call('/wxa/getversioninfo', {})
  assert.equal(release_info.release_version, '1.1.0')
})

test('rolling back: what one may go back to, by its number or the last, once', async () => {
  program = await makeProgram(instance, [TOOL])
  assert.equal((await roll()).errcode, 87012)
  assert.deepEqual((await roll('&action=get_history_version')).version_list, [])
  const first = await bringOut(instance, house, program, '1.0.0')
  assert.equal((await roll()).errcode, 87012)
  const second = await bringOut(instance, house, program, '1.1.0')
  const third = await bringOut(instance, house, program, '1.2.0')

  const { version_list } = await roll('&action=get_history_version&app_version=')
  assert.deepEqual(
    version_list.map(({ user_version, app_version }: Record<string, unknown>) => [
      user_version,
      app_version,
    ]),
    [
      ['1.1.0', second.auditid],
      ['1.0.0', first.auditid],
    ],
  )
  assert(version_list[0].commit_time > 1_700_000_000)
  for (const odd of ['&action=other', '&app_version=last', '&app_version=-1', '&app_version=1.5']) {
    assert.equal((await roll(odd)).errcode, 40097, odd)
  }
  assert.equal((await roll('&app_version=7')).errcode, 87012)
  assert.equal((await roll(`&app_version=${third.auditid}`)).errcode, 87012)
  assert.equal((await roll(`&app_version=${first.auditid}`)).errcode, 0)
  assert.deepEqual(
    [await stateOf(first.id), await stateOf(second.id), await stateOf(third.id)],
    ['launched', 'superseded', 'rolledBack'],
  )
  assert.equal((await roll()).errcode, 87012)
  assert.deepEqual((await roll('&action=get_history_version')).version_list, [])
})

test('going back twice at once goes back once', async () => {
  program = await makeProgram(instance, [TOOL])
  await bringOut(instance, house, program, '1.0.0')
  await bringOut(instance, house, program, '1.1.0')
  const answers = await Promise.all([roll(), roll(), roll()])
  assert.deepEqual(answers.map(({ errcode }) => errcode).sort(), [0, 87012, 87012])
})

const speedUp = (auditid: unknown) => program.call('/wxa/speedupaudit', { auditid })

test('a speed-up: 89402 without a case, once for each, five a month, never for a filing', async () => {
  program = await makeProgram(instance, [TOOL])
  const now = instance.clock.now()
  instance.clock.advance(monthStart(now, 1) - now)
  for (const odd of [undefined, null, 7, 1e300, 1.5])
    assert.equal((await speedUp(odd)).errcode, 89402)
  assert.equal((await speedUp('soon')).errcode, 47001)

  const quota = () => program.call('/wxa/queryquota', undefined, 'GET')
  assert.deepEqual(await quota(), {
    errcode: 0,
    errmsg: 'ok',
    rest: SUBMISSIONS_PER_MONTH,
    limit: SUBMISSIONS_PER_MONTH,
    speedup_rest: 5,
    speedup_limit: 5,
  })
  for (let count = 1; count <= 5; count += 1) {
    const { auditid } = await handIn(instance, house, program, `1.${count}.0`)
    assert.equal((await speedUp(String(auditid))).errcode, 0)
    assert.equal((await speedUp(auditid)).errcode, 89404)
    assert.equal((await program.call('/wxa/undocodeaudit', undefined, 'GET')).errcode, 0)
    assert.equal((await speedUp(auditid)).errcode, 89402)
  }
  assert.deepEqual([(await quota()).rest, (await quota()).speedup_rest], [95, 0])
  const { auditid } = await handIn(instance, house, program, '1.6.0')
  assert.equal((await speedUp(auditid)).errcode, 89405)
})

test('a speed-up of what the machine still looks at is 89401', async () => {
  program = await makeProgram(instance, [TOOL])
  const { id } = await handIn(instance, house, program)
  const { storage } = instance.ports
  const release = await storage.releases.find(id)
  assert(release)
  const seen = { ...release, life: { ...release.life, state: 'machineReview' as const } }
  const releases = { ...storage.releases, findByAuditId: async () => seen }
  const app = await buildApp({ ...instance.ports, storage: { ...storage, releases } })
  const url = `/wxa/speedupaudit?access_token=${program.token}`
  const answer = await send(app, { method: 'POST', url, payload: { auditid: release.auditId } })
  assert.equal(answer.body.errcode, 89401)
})

test('a filing is not sped up, and the record says so once', async () => {
  program = await makeProgram(instance)
  const { developer } = house
  const { body } = await upload(instance, developer, program.appid, 'plain-tool')
  const { auditid } = await program.call('/wxa/submit_audit', { ugc_declare: { scene: [0] } })
  await settled(developer, body.id)
  await decide(house, body.id, 'approve')
  assert.equal(await stateOf(body.id), 'filing')
  assert.equal((await speedUp(auditid)).errcode, 89403)
  assert.equal((await speedUp(auditid)).errcode, 89403)
  const events = await instance.storage.releases.events(body.id)
  assert.equal(events.filter(({ event }) => event.kind === 'expediteRefused').length, 1)
})

test('the hundred-and-first submission of a month is 85085, and the next month is not', async () => {
  program = await makeProgram(instance, [TOOL])
  const { body } = await upload(instance, house.developer, program.appid, 'plain-tool')
  await rejectedTimes(body.id, 99)
  const submit = () => program.call('/wxa/submit_audit', { item_list: [TOOL_ITEM] })
  assert.equal((await submit()).errcode, 0)
  await settled(house.developer, body.id)
  await program.call('/wxa/undocodeaudit', undefined, 'GET')

  assert.equal((await program.call('/wxa/queryquota', undefined, 'GET')).rest, 0)
  assert.equal((await submit()).errcode, 85085)
  const now = instance.clock.now()
  instance.clock.advance(monthStart(now, 1) - now)
  assert.equal((await submit()).errcode, 0)
})

/** Handed in and turned down by the machine, as often, in one append. */
async function rejectedTimes(id: string, times: number): Promise<void> {
  const { releases } = instance.storage
  const at = instance.clock.now()
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const developer = { kind: 'developer', id: 'u', name: 'u' } as const
  const machine = { kind: 'machine', id: 'machine', name: 'machine' } as const
  const events: ReleaseEvent[] = []
  for (let count = 0; count < times; count += 1) {
    const auditId = await releases.nextAuditId()
    const rejection = { at, actor: machine, edition: 'e', clauses: [], note: 'n' }
    events.push({ kind: 'submitted', at, actor: developer, auditId, categories: [TOOL], subject })
    events.push({ kind: 'machineRejected', ...rejection })
  }
  await releases.append(id, 1, events)
}
