/** Facts about notices, callbacks and what is written for them beside an event. */

import assert from 'node:assert/strict'
import type { AppCallbacks, NoticeDraft } from '../outbox/outbox.types.ts'
import type { Storage } from '../storage.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { LAUNCHED, MONDAY, newApp, PASSED, submitted } from './stories.ts'

const WORDS = { zh: '版本审核未通过。\0', en: 'The version was rejected.' }

export const TOLD: NoticeDraft = {
  audience: 'developer',
  region: null,
  kind: 'rejected',
  letter: {
    what: WORDS,
    why: { clauses: [{ id: 'book/1', words: WORDS }], note: '见截图' },
    todo: WORDS,
    byAt: null,
    byWhen: null,
  },
  version: '1.0.0',
  auditId: 7,
  state: 'humanReview',
  at: MONDAY,
}
const PUSH = { event: 'weapp_audit_fail', at: MONDAY, fields: { Reason: '见截图', FailTime: 7 } }

export const ALL_CALLBACKS: AppCallbacks = {
  webhook: { url: 'https://hooks.example/a', secret: 'whsec_c2VjcmV0' },
  wechat: {
    url: 'https://push.example/a',
    token: 'AAAAA',
    encodingAesKey: 'A'.repeat(43),
    mode: 'safe',
    format: 'xml',
    originalId: 'gh_0123456789ab',
  },
  mail: { address: 'dev@example.com' },
}

function toAuthority(region: string): NoticeDraft {
  return { ...TOLD, audience: 'authority', region, kind: 'materialSupplied' }
}

async function told(storage: Storage, notices: readonly NoticeDraft[], callbacks?: AppCallbacks) {
  const release = await submitted(storage)
  if (callbacks) await storage.callbacks.set(release.appid, callbacks, MONDAY)
  const pushes = [PUSH]
  await storage.releases.append(release.id, 2, [PASSED], { notices, pushes })
  return release
}

const NOBODY = { reader: 'nobody' }
const EVERYBODY = ['developer', 'authority'] as const

export const noticeFacts: Facts = {
  async 'a notice is kept with its event, exactly as it was given'({ storage }) {
    const { id: releaseId, appid } = await told(storage, [TOLD])
    const { items } = await storage.notices.list({ audiences: EVERYBODY, appid }, NOBODY)
    const [notice] = items
    assert(notice)
    assert.deepEqual(notice, { ...TOLD, id: notice.id, appid, releaseId, readAt: null })
    assert.deepEqual(await storage.notices.find(notice.id), notice)
  },

  async 'a refused event tells nobody'({ storage }) {
    const { id, appid } = await submitted(storage)
    await storage.callbacks.set(appid, ALL_CALLBACKS, MONDAY)
    const append = storage.releases.append(id, 2, [LAUNCHED], { notices: [TOLD], pushes: [PUSH] })
    await assert.rejects(append, withCode('EVENT_NOT_ALLOWED'))
    assert.deepEqual(
      (await storage.notices.list({ audiences: EVERYBODY, appid }, NOBODY)).items,
      [],
    )
    assert.deepEqual((await storage.deliveries.list(appid)).items, [])
  },

  async 'a notice is read once by each reader: the first reading stands'({ storage }) {
    const { appid } = await told(storage, [TOLD])
    const { notices } = storage
    const unread = async (reader: string) =>
      (await notices.list({ audiences: EVERYBODY, appid }, { reader, unread: true })).items
    const id = (await unread('u-1'))[0]?.id ?? ''
    assert.equal((await notices.markRead(id, 'u-1', MONDAY + 1)).readAt, MONDAY + 1)
    assert.equal((await notices.markRead(id, 'u-1', MONDAY + 2)).readAt, MONDAY + 1)
    assert.deepEqual(await unread('u-1'), [])
    assert.deepEqual(
      (await unread('u-2')).map(({ readAt }) => readAt),
      [null],
    )
    await assert.rejects(notices.markRead('none', 'u-1', 0), withCode('NOTICE_NOT_FOUND'))
  },

  async 'all is read at once, of one app or of all; what comes later is not'({ storage }) {
    const one = await told(storage, [TOLD, TOLD])
    const other = await told(storage, [TOLD])
    const { notices } = storage
    const reader = `u-${one.appid}`
    const unread = async ({ appid }: { readonly appid: string }) =>
      (await notices.list({ audiences: EVERYBODY, appid }, { reader, unread: true })).items.length
    await notices.markAllRead(one.appid, reader, MONDAY)
    assert.deepEqual([await unread(one), await unread(other)], [0, 1])
    await notices.markAllRead(undefined, reader, MONDAY + 1)
    assert.deepEqual([await unread(one), await unread(other)], [0, 0])
    const later = await told(storage, [TOLD])
    assert.equal(await unread(later), 1)
  },

  async 'a region bounds what the authority is told, not what developers are'({ storage }) {
    const { appid } = await told(storage, [TOLD, toAuthority('CN-GD'), toAuthority('CN-SH')])
    const regions = async (audiences: readonly ('developer' | 'authority')[], region?: string) =>
      (await storage.notices.list({ audiences, appid, region }, NOBODY)).items.map(
        (one) => one.region,
      )
    assert.deepEqual(await regions(['authority'], 'CN-GD'), ['CN-GD'])
    assert.deepEqual(await regions(['authority']), ['CN-SH', 'CN-GD'])
    assert.deepEqual(await regions(EVERYBODY, 'CN-SH'), ['CN-SH', null])
  },

  async 'notices come newest first, page by page'({ storage }) {
    const { appid } = await told(
      storage,
      [1, 2, 3].map((at) => ({ ...TOLD, at })),
    )
    const filter = { audiences: EVERYBODY, appid, limit: 2 }
    const first = await storage.notices.list(filter, NOBODY)
    const rest = await storage.notices.list({ ...filter, cursor: first.nextCursor ?? '' }, NOBODY)
    assert.deepEqual(
      [first, rest].map(({ items }) => items.map(({ at }) => at)),
      [[3, 2], [1]],
    )
    assert.equal(rest.nextCursor, null)
  },
}

export const callbackFacts: Facts = {
  async 'callbacks are kept as they were set, and replaced whole'({ storage }) {
    const appid = await newApp(storage)
    const none = { webhook: null, wechat: null, mail: null }
    assert.deepEqual(await storage.callbacks.find(appid), none)
    await storage.callbacks.set(appid, ALL_CALLBACKS, MONDAY)
    assert.deepEqual(await storage.callbacks.find(appid), ALL_CALLBACKS)
    await storage.callbacks.set(appid, none, MONDAY)
    assert.deepEqual(await storage.callbacks.find(appid), none)
    await assert.rejects(storage.callbacks.set('nobody', none, 0), withCode('APP_NOT_FOUND'))
  },

  async 'an event is delivered to each channel that is set, the authority to none'({ storage }) {
    const { appid } = await told(storage, [TOLD, toAuthority('CN-GD')], ALL_CALLBACKS)
    const { items } = await storage.deliveries.list(appid)
    assert.deepEqual(
      items.map(({ channel, kind, tries }) => [channel, kind, tries]),
      [
        ['wechat', 'weapp_audit_fail', 0],
        ['mail', 'rejected', 0],
        ['webhook', 'rejected', 0],
      ],
    )
    assert.deepEqual(items[0]?.body, PUSH)
    const [notice] = (await storage.notices.list({ audiences: ['developer'], appid }, NOBODY)).items
    assert(notice)
    const { readAt, ...body } = notice
    assert.deepEqual(items[2]?.body, body)
  },

  async 'without a callback nothing is delivered'({ storage }) {
    const { appid } = await told(storage, [TOLD])
    assert.deepEqual((await storage.deliveries.list(appid)).items, [])
  },
}
