/** Facts about media that are looked at after the answer, and about what apps use. */

import assert from 'node:assert/strict'
import {
  MEDIA_CHECK_JOBS,
  type MediaCheckDraft,
  type MediaTold,
} from '../media-checks/media-checks.types.ts'
import type { Storage } from '../storage.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const MINUTE = 60_000
/** Of a settlement: the address stays. */
const KEPT = { keepUrlUntil: MONDAY * 2 }
const TELLS_NOBODY: MediaTold = { pushes: [], webhookEvents: [] }

let drafts = 0

async function newDraft(storage: Storage): Promise<MediaCheckDraft> {
  drafts += 1
  return {
    id: `trace-${drafts}`,
    appid: await newApp(storage),
    writer: 'oAbc',
    scene: 2,
    shape: 2,
    kind: 'picture',
    url: 'https://media.example/a.png?\u0000',
    hasExtension: true,
    createdAt: MONDAY,
    dueAt: MONDAY + 25 * MINUTE,
  }
}

export const mediaCheckFacts: Facts = {
  async 'a check waits until it is settled, once, and comes back as it was asked for'({ storage }) {
    const draft = await newDraft(storage)
    await storage.mediaChecks.add(draft)
    const waiting = { ...draft, attempts: 0, answer: null, trouble: null, settledAt: null }
    assert.deepEqual(await storage.mediaChecks.find(draft.id), waiting)
    assert.equal((await storage.mediaChecks.begin(draft.id, MONDAY))?.attempts, 1)

    const { settle } = storage.mediaChecks
    const answer = { suggest: 'pass', note: '\u0000' }
    assert.equal(
      await settle(draft.id, { answer, ...KEPT, settledAt: MONDAY + 5 }, TELLS_NOBODY),
      true,
    )
    const trouble = { code: 'TOO_LATE', details: {} }
    assert.equal(
      await settle(draft.id, { trouble, ...KEPT, settledAt: MONDAY + 9 }, TELLS_NOBODY),
      false,
    )
    const settled = { ...waiting, attempts: 1, answer, settledAt: MONDAY + 5 }
    assert.deepEqual(await storage.mediaChecks.find(draft.id), settled)
    assert.equal(await storage.mediaChecks.begin(draft.id, MONDAY), null)
    assert.equal(await storage.mediaChecks.begin('nothing', MONDAY), null)
  },

  async 'a check and its job are written together'({ storage }) {
    const draft = await newDraft(storage)
    const came = Promise.withResolvers<unknown>()
    await storage.jobs.work(MEDIA_CHECK_JOBS.picture, async ({ id }) => {
      if (id === draft.id) came.resolve(id)
    })
    await assert.rejects(
      storage.mediaChecks.add({ ...draft, id: 'never', appid: 'nobody' }),
      withCode('APP_NOT_FOUND'),
    )
    await storage.mediaChecks.add(draft)
    assert.equal(await came.promise, draft.id)
    assert.ok((await storage.mediaChecks.recall(MONDAY + 1)) >= 1)
    await storage.mediaChecks.begin(draft.id, MONDAY + 9)
    const { recall } = storage.mediaChecks
    assert.ok((await recall(MONDAY + 9)) < (await recall(MONDAY + 10)))
    await storage.mediaChecks.renew(draft.id, MONDAY + 19)
    assert.ok((await recall(MONDAY + 19)) < (await recall(MONDAY + 20)))
  },

  async 'what is told is written with the end, in lanes of its own'({ storage }) {
    const draft = await newDraft(storage)
    const callback = {
      url: 'https://push.example/',
      token: 't',
      encodingAesKey: 'a'.repeat(43),
      mode: 'plain',
      format: 'json',
      originalId: 'gh_1',
    } as const
    const callbacks = { webhook: null, wechat: callback, mail: null }
    await storage.callbacks.set(draft.appid, callbacks, MONDAY)
    await storage.mediaChecks.add(draft)
    const push = {
      event: 'wxa_media_check',
      at: MONDAY,
      fields: { trace_id: draft.id },
      lane: 'a lane',
      isTriedLonger: false,
    }
    const told = { pushes: [push], webhookEvents: [] }
    const settlement = { answer: {}, settledAt: MONDAY, ...KEPT }
    await storage.mediaChecks.settle(draft.id, settlement, told)
    await storage.mediaChecks.settle(draft.id, settlement, told)
    const { items } = await storage.deliveries.list(draft.appid)
    assert.deepEqual(
      items.map(({ kind, lane, body }) => ({ kind, lane, body })),
      [{ kind: 'wxa_media_check', lane: 'a lane', body: push }],
    )
  },

  async 'an address is forgotten when its time is over, or with the end'({ storage }) {
    const { add, settle, find, forgetUrls } = storage.mediaChecks
    const [kept, gone] = [await newDraft(storage), await newDraft(storage)]
    for (const draft of [kept, gone]) await add(draft)
    const settlement = { answer: {}, settledAt: MONDAY }
    await settle(kept.id, { ...settlement, keepUrlUntil: MONDAY + 10 }, TELLS_NOBODY)
    await settle(gone.id, { ...settlement, keepUrlUntil: null }, TELLS_NOBODY)
    assert.equal((await find(gone.id))?.url, null)

    await forgetUrls(MONDAY + 9)
    assert.equal((await find(kept.id))?.url, kept.url)
    await forgetUrls(MONDAY + 10)
    assert.equal((await find(kept.id))?.url, null)
  },

  async 'what waits too long is found by its time, and what waits twice by its address'({
    storage,
  }) {
    const draft = await newDraft(storage)
    await storage.mediaChecks.add(draft)
    await storage.mediaChecks.add({ ...draft, id: `${draft.id}-again`, dueAt: MONDAY * 2 })
    assert.equal(await storage.mediaChecks.countWaiting(draft.appid, draft.url), 2)
    assert.equal(await storage.mediaChecks.countWaiting(draft.appid, 'https://other'), 0)

    const overdue = async (now: number) =>
      (await storage.mediaChecks.overdue(now)).filter(({ appid }) => appid === draft.appid)
    assert.deepEqual(await overdue(draft.dueAt - 1), [])
    assert.deepEqual(
      (await overdue(draft.dueAt)).map(({ id }) => id),
      [draft.id],
    )
    const trouble = { code: 'TOO_LATE', details: {} }
    const settlement = { trouble, settledAt: MONDAY, ...KEPT }
    await storage.mediaChecks.settle(draft.id, settlement, TELLS_NOBODY)
    assert.deepEqual(await overdue(draft.dueAt), [])

    const of = async (state: 'waiting' | 'answered' | 'failed') => {
      const { items } = await storage.mediaChecks.list({ appid: draft.appid, state })
      return items.map(({ id }) => id)
    }
    assert.deepEqual(await of('waiting'), [`${draft.id}-again`])
    assert.deepEqual(await of('failed'), [draft.id])
    assert.deepEqual(await of('answered'), [])
  },
}

export const knownPictureFacts: Facts = {
  async 'pictures come back as they were added, each once, and the edition tells of changes'({
    fresh,
  }) {
    const { storage } = await fresh()
    const { knownPictures } = storage
    const known = (digit: string) =>
      ({ bits: digit.repeat(64), bank: 'ours', label: '20006', kind: 'deny' }) as const
    const editions = [await knownPictures.edition()]
    assert.equal(await knownPictures.add([known('a'), known('b')], '小王', MONDAY), 2)
    editions.push(await knownPictures.edition())
    assert.equal(await knownPictures.add([known('b'), known('c')], '小李', MONDAY + 1), 1)
    const all = await Array.fromAsync(knownPictures.all())
    assert.deepEqual(
      all.map(({ bits, addedBy }) => [bits[0], addedBy]),
      [
        ['a', '小王'],
        ['b', '小王'],
        ['c', '小李'],
      ],
    )
    const [first, , last] = all
    assert.deepEqual(await Array.fromAsync(knownPictures.all(all[1]?.id)), [last])
    assert.deepEqual((await knownPictures.list({ limit: 1 })).items, [last])
    editions.push(await knownPictures.edition())
    assert.equal(await knownPictures.remove(first?.id ?? 0), true)
    assert.equal(await knownPictures.remove(first?.id ?? 0), false)
    editions.push(await knownPictures.edition())
    assert.equal(new Set(editions).size, 4)
  },
}

export const quotaFacts: Facts = {
  async 'no more is granted than every window has left, whoever asks at once'({ storage }) {
    const use = { appid: await newApp(storage), call: 'text', amount: 4 }
    const windows = [
      { span: 'minute', start: MONDAY, limit: 10 },
      { span: 'day', start: 0, limit: 22 },
    ] as const
    const takes = await Promise.all([1, 2, 3, 4].map(() => storage.quotas.take(use, windows)))
    const granted = takes.map((take) => take.granted).sort()
    assert.deepEqual(granted, [0, 2, 4, 4])

    // The next minute; what was refused cost the day nothing.
    const next = [{ ...windows[0], start: MONDAY + MINUTE }, windows[1]]
    assert.deepEqual(await storage.quotas.take(use, next), { granted: 4, left: [6, 8] })
    assert.deepEqual(await storage.quotas.take(use, next), { granted: 4, left: [2, 4] })
    assert.deepEqual(await storage.quotas.take(use, next), { granted: 2, left: [0, 2] })
    assert.deepEqual(await storage.quotas.take({ ...use, call: 'picture' }, next), {
      granted: 4,
      left: [6, 18],
    })
  },

  async 'windows that are over are forgotten'({ storage }) {
    const use = { appid: await newApp(storage), call: 'text', amount: 1 }
    const window = { span: 'minute', start: 5, limit: 1 } as const
    await storage.quotas.take(use, [window])
    assert.ok((await storage.quotas.forget(6)) >= 1)
    assert.equal((await storage.quotas.take(use, [window])).granted, 1)
  },
}

export const visitFacts: Facts = {
  async 'the latest visit stands, for each app by itself'({ storage }) {
    const [appid, other] = [await newApp(storage), await newApp(storage)]
    const { report, lastSeen, isOfAnotherApp } = storage.visits
    await report(appid, ['o1', 'o2', 'o1'], MONDAY)
    await report(appid, ['o1'], MONDAY - 5)
    await report(other, [], MONDAY)
    assert.equal(await lastSeen(appid, 'o1'), MONDAY)
    assert.equal(await lastSeen(other, 'o1'), null)
    assert.equal(await isOfAnotherApp(other, 'o1'), true)
    assert.equal(await isOfAnotherApp(appid, 'o1'), false)
    await assert.rejects(report('nobody', ['o1'], MONDAY), withCode('APP_NOT_FOUND'))
  },

  async 'visits are forgotten'({ storage }) {
    const appid = await newApp(storage)
    await storage.visits.report(appid, ['o9'], 7)
    assert.ok((await storage.visits.forget(8)) >= 1)
    assert.equal(await storage.visits.lastSeen(appid, 'o9'), null)
  },
}
