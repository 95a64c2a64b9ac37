/** Facts about who an app belongs to. */

import assert from 'node:assert/strict'
import { readMigrations } from '../migrate.ts'
import type { Storage } from '../storage.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { COMPANY, MONDAY, NOTES, newApp, newRelease, newUser } from './stories.ts'

async function owned(storage: Storage, name: string): Promise<{ appid: string; owner: string }> {
  const owner = await newUser(storage, name)
  const draft = { name: '有主的', subject: COMPANY, categories: [NOTES] }
  return { appid: (await storage.apps.create(draft, MONDAY, owner)).app.appid, owner }
}

export const memberFacts: Facts = {
  async 'whoever registers an app owns it'({ storage }) {
    const { appid, owner } = await owned(storage, '登记人')
    const [first] = await storage.members.list(appid)
    const added = { addedBy: '登记人', addedAt: MONDAY }
    assert.deepEqual(first, { userId: owner, name: '登记人', part: 'owner', ...added })
    assert.deepEqual([...(await storage.members.of(owner))], [[appid, 'owner']])
  },

  async 'an app that nobody owns has no members'({ storage }) {
    assert.deepEqual(await storage.members.list(await newApp(storage)), [])
  },

  async 'every change of members stays on record'({ storage }) {
    const { appid, owner } = await owned(storage, '记录人')
    const userId = await newUser(storage, '来去的人')
    await storage.members.change(appid, [{ userId, part: 'member' }], '记录人', MONDAY + 1)
    await storage.members.change(appid, [{ userId, part: null }], '记录人', MONDAY + 2)
    const past = await storage.members.changes(appid)
    assert.deepEqual(
      past.map(({ name, part, by, at }) => [name, part, by, at]),
      [
        ['来去的人', null, '记录人', MONDAY + 2],
        ['来去的人', 'member', '记录人', MONDAY + 1],
        ['记录人', 'owner', '记录人', MONDAY],
      ],
    )
    assert.deepEqual([...(await storage.members.of(userId))], [])
    assert.equal((await storage.members.list(appid))[0]?.userId, owner)
  },

  async 'an app keeps an owner: handing over is one step, leaving alone is none'({ storage }) {
    const { appid, owner } = await owned(storage, '移交人')
    const heir = await newUser(storage, '接手人')
    const leave = storage.members.change(appid, [{ userId: owner, part: null }], 'x', MONDAY)
    await assert.rejects(leave, withCode('LAST_OWNER'))
    const stepBack = storage.members.change(appid, [{ userId: owner, part: 'member' }], 'x', MONDAY)
    await assert.rejects(stepBack, withCode('LAST_OWNER'))
    const after = await storage.members.change(
      appid,
      [
        { userId: heir, part: 'owner' },
        { userId: owner, part: 'member' },
      ],
      '移交人',
      MONDAY,
    )
    assert.deepEqual(
      after.map(({ name, part }) => [name, part]),
      [
        ['接手人', 'owner'],
        ['移交人', 'member'],
      ],
    )
  },

  async 'two owners who leave at once do not both leave'({ storage }) {
    const { appid, owner } = await owned(storage, '同时甲')
    const other = await newUser(storage, '同时乙')
    await storage.members.change(appid, [{ userId: other, part: 'owner' }], 'x', MONDAY)
    const leaving = [owner, other].map((userId) =>
      storage.members.change(appid, [{ userId, part: null }], 'x', MONDAY),
    )
    const answers = await Promise.allSettled(leaving)
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    assert.equal((await storage.members.list(appid)).length, 1)
  },

  async 'nobody unknown is added, and nothing half'({ storage }) {
    const { appid, owner } = await owned(storage, '唯一的人')
    const changes = [
      { userId: owner, part: 'member' },
      { userId: 'nobody', part: 'owner' },
    ] as const
    const change = storage.members.change(appid, changes, 'x', MONDAY)
    await assert.rejects(change, withCode('USER_NOT_FOUND'))
    assert.equal((await storage.members.list(appid))[0]?.part, 'owner')
    await assert.rejects(storage.members.change('none', [], 'x', MONDAY), withCode('APP_NOT_FOUND'))
  },

  async 'releases are listed within the apps that are named, or the region'({ storage }) {
    const one = await newRelease(storage)
    const appids = [one.appid]
    const own = await storage.releases.list({ within: { appids, region: null } })
    assert.deepEqual(
      own.items.map(({ id }) => id),
      [one.id],
    )
    const none = await storage.releases.list({ within: { appids: [], region: null } })
    assert.deepEqual(none.items, [])
    const wide = await storage.releases.list({ within: { appids, region: 'CN-XZ' } })
    assert.deepEqual(
      wide.items.map(({ id }) => id),
      [one.id],
    )
  },

  async 'an upgrade gives each app to who acted on it, and else to every developer'(shelf) {
    const own = await shelf.separate()
    const { storage } = own
    const [acting, idle] = [
      await newDeveloper(storage, '动手'),
      await newDeveloper(storage, '旁观'),
    ]
    await newUser(storage, '审核')
    const [touched, untouched] = [await newApp(storage), await newApp(storage)]
    const actor = { kind: 'developer', id: acting, name: '动手' } as const
    const created = { kind: 'created', at: MONDAY, actor, appid: touched } as const
    const payload = { ...created, version: '1', description: '' }
    await storage.releases.create(payload, new Uint8Array([80, 75]))

    await own.sql('drop table fangxing.member_changes; drop table fangxing.members')
    const upgrade = readMigrations().find(({ name }) => name === '0180-members')
    await own.sql(upgrade?.sql ?? '')
    assert.deepEqual([...(await storage.members.of(acting))].sort(), [
      ...[
        [touched, 'owner'],
        [untouched, 'owner'],
      ].sort(),
    ])
    assert.deepEqual([...(await storage.members.of(idle))], [[untouched, 'owner']])
    assert.equal((await storage.members.changes(touched)).length, 1)
  },
}

async function newDeveloper(storage: Storage, name: string): Promise<string> {
  const draft = { name, roles: ['developer'], password: 'a long sentence' } as const
  return (await storage.users.create(draft, MONDAY)).id
}
