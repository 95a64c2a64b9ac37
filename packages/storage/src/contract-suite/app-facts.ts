/** Facts about apps, people, sessions and the first run. */

import assert from 'node:assert/strict'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import {
  APPROVED,
  COMPANY,
  LAUNCHED,
  MONDAY,
  NOTES,
  newApp,
  newUser,
  PASSED,
  submitted,
} from './stories.ts'

export const appFacts: Facts = {
  async 'an app comes back as it was created'({ storage }) {
    const draft = { appid: 'wx0123456789abcdef', name: '随手记', subject: COMPANY }
    const { app } = await storage.apps.create({ ...draft, categories: [NOTES] }, MONDAY)

    assert.deepEqual(await storage.apps.find(app.appid), app)
    assert.equal(app.createdAt, MONDAY)
    assert.ok((await storage.apps.list()).some(({ appid }) => appid === app.appid))
    assert.deepEqual(await storage.apps.findMany(['nobody', app.appid]), [app])
    assert.deepEqual(await storage.apps.findMany([]), [])
  },

  async 'an appid is taken once'({ storage }) {
    const appid = await newApp(storage)
    const again = { appid, name: '另一个', subject: COMPANY, categories: [] }
    await assert.rejects(storage.apps.create(again, MONDAY), withCode('APP_ALREADY_EXISTS'))
  },

  async 'a change leaves what it does not mention'({ storage }) {
    const appid = await newApp(storage)
    const changed = await storage.apps.change(appid, { name: '改名' })
    assert.equal(changed.name, '改名')
    assert.deepEqual(changed.categories, [NOTES])
    assert.deepEqual(await storage.apps.change(appid, {}), changed)
    await assert.rejects(storage.apps.change('nobody', {}), withCode('APP_NOT_FOUND'))
  },

  async 'a renewed secret ends the former one'({ storage }) {
    const draft = { name: '换密钥', subject: COMPANY, categories: [] }
    const { app, secret } = await storage.apps.create(draft, MONDAY)
    const later = await storage.apps.renewSecret(app.appid)

    assert.equal(await storage.apps.hasSecret(app.appid, secret), false)
    assert.equal(await storage.apps.hasSecret(app.appid, later), true)
    assert.equal(await storage.apps.hasSecret('nobody', later), false)
    await assert.rejects(storage.apps.renewSecret('nobody'), withCode('APP_NOT_FOUND'))
  },

  async 'the launched release is the live one'({ storage }) {
    const { appid, id } = await submitted(storage, [PASSED, APPROVED])
    assert.equal((await storage.apps.find(appid))?.liveReleaseId, null)
    await storage.releases.append(id, 4, [LAUNCHED])
    assert.equal((await storage.apps.find(appid))?.liveReleaseId, id)
  },
}

export const peopleFacts: Facts = {
  async 'names of users differ by more than letter case'({ storage }) {
    await newUser(storage, 'Reviewer One')
    await assert.rejects(newUser(storage, 'reviewer one'), withCode('USER_ALREADY_EXISTS'))
  },

  async 'only the right name and password find a user'({ storage }) {
    const id = await newUser(storage, '王审核')
    assert.equal((await storage.users.findByPassword('王审核', 'a long sentence'))?.id, id)
    assert.equal(await storage.users.findByPassword('王审核', 'a long sentencE'), null)
    assert.equal(await storage.users.findByPassword('李审核', 'a long sentence'), null)
    assert.equal(await storage.users.findByPassword('', ''), null)
  },

  async 'no password is in the database'({ storage, sql }) {
    const password = 'correct horse battery staple'
    await storage.users.create({ name: '不留痕', roles: [], password }, MONDAY)
    const rows = await sql("select users::text as row from fangxing.users where name = '不留痕'")
    assert.equal(rows.length, 1)
    assert.doesNotMatch(String(rows[0]?.row), /horse/)
  },

  async 'a session ends at its time, and not a millisecond before'({ storage }) {
    const id = await newUser(storage, '会话一')
    const token = await storage.sessions.start(id, MONDAY, 1000)
    assert.equal((await storage.sessions.find(token, MONDAY + 999))?.id, id)
    assert.equal(await storage.sessions.find(token, MONDAY + 1000), null)
    assert.equal(await storage.sessions.find('made up', MONDAY), null)
  },

  async 'a session ends when its user leaves or gets another password'({ storage }) {
    const id = await newUser(storage, '会话二')
    const [one, two] = await Promise.all([
      storage.sessions.start(id, MONDAY, 1000),
      storage.sessions.start(id, MONDAY, 1000),
    ])
    await storage.sessions.end(one)
    assert.equal(await storage.sessions.find(one, MONDAY), null)
    assert.equal((await storage.sessions.find(two, MONDAY))?.id, id)

    assert.equal(await storage.users.setPassword(id, 'another sentence'), true)
    assert.equal(await storage.sessions.find(two, MONDAY), null)
    assert.equal((await storage.users.findByPassword('会话二', 'another sentence'))?.id, id)
    assert.equal(await storage.users.setPassword('nobody', 'x'), false)
  },

  async 'a sweep removes the sessions that ended, and no other'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await newUser(storage, '会话三')
    await storage.sessions.start(id, MONDAY, 1000)
    const stays = await storage.sessions.start(id, MONDAY, 5000)
    assert.equal(await storage.sessions.sweep(MONDAY + 1000), 1)
    assert.equal((await storage.sessions.find(stays, MONDAY + 1000))?.id, id)
  },

  async 'two first-run links used at once make one operator'(shelf) {
    const { storage, client, blocked } = await shelf.fresh()
    const links = [await storage.firstRun.open(MONDAY), await storage.firstRun.open(MONDAY)]
    // Holds both back just before they make the user.
    const blocker = await client()
    await blocker.query('begin; lock table fangxing.users in share mode')
    const uses = links.map((link, n) =>
      storage.firstRun.use(link ?? '', `operator ${n}`, 'pw', MONDAY),
    )
    const settled = Promise.allSettled(uses)
    await blocked(2)
    await blocker.query('rollback')
    const answers = await settled
    const refused = answers.filter((answer) => answer.status === 'rejected')
    assert.equal(refused.length, 1)
    assert.ok(withCode('FIRST_RUN_LINK_USED')(refused[0]?.reason))

    const users = await storage.users.list()
    assert.deepEqual(
      users.map(({ roles }) => roles),
      [['operator']],
    )
    assert.equal(await storage.firstRun.isOpen(), false)
    assert.equal(await storage.firstRun.open(MONDAY), null)
  },

  async 'a first-run link that is wrong or a day old opens nothing'(shelf) {
    const { storage } = await shelf.fresh()
    const link = (await storage.firstRun.open(MONDAY)) ?? ''
    const use = (token: string, at: number) => storage.firstRun.use(token, 'me', 'pw', at)
    await assert.rejects(use('guess', MONDAY), withCode('FIRST_RUN_LINK_USED'))
    await assert.rejects(use(link, MONDAY + 86_400_000), withCode('FIRST_RUN_LINK_USED'))
    assert.equal(await storage.firstRun.isOpen(), true)
    assert.equal((await use(link, MONDAY + 86_399_999)).name, 'me')
  },
}
