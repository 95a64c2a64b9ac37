/** Facts about what a submission brings along: media, templates, requests for categories. */

import assert from 'node:assert/strict'
import type { CategoryChange, HeldCategories } from '../intake/intake.types.ts'
import { withCode } from './refused.ts'
import type { Facts, Shelf } from './shelf.ts'
import { MONDAY, NOTES, newApp, newRelease, submission } from './stories.ts'

const CONTENT = new Uint8Array([1, 0, 2, 0xff])
const DRAFT = { kind: 'image', type: 'image/png', content: CONTENT } as const
const VIDEO = { first: '文娱', second: '其他视频' }

export const mediaFacts: Facts = {
  async 'bytes come back as they were, to the app that brought them'({ storage }) {
    const appid = await newApp(storage)
    const kept = await storage.media.keep({ ...DRAFT, appid, validUntil: MONDAY + 10 }, MONDAY)
    assert.equal(kept.bytes, 4)
    assert.deepEqual(await storage.media.find(kept.id), kept)
    assert.deepEqual(new Uint8Array((await storage.media.content(kept.id)) ?? []), CONTENT)
    assert.equal(await storage.media.content('nothing'), null)

    assert.deepEqual(await storage.media.findUsable(appid, [kept.id, 'x'], MONDAY + 9), [kept])
    assert.deepEqual(await storage.media.findUsable(appid, [kept.id], MONDAY + 10), [])
    assert.deepEqual(await storage.media.findUsable('other', [kept.id], MONDAY), [])
  },

  async 'what was handed in stays, what was not is forgotten after its time'({ storage }) {
    const { id: releaseId, appid } = await newRelease(storage)
    const draft = { ...DRAFT, appid, validUntil: MONDAY + 10 }
    const [shown, unused] = [
      await storage.media.keep(draft, MONDAY),
      await storage.media.keep(draft, MONDAY),
    ]
    const submitted = await submission(storage)
    const { auditId } = submitted
    await storage.releases.append(releaseId, 1, [submitted], {
      media: { auditId, uses: [{ mediaId: shown.id, purpose: 'feedback' }] },
    })
    await storage.media.forget(MONDAY + 9)
    assert.notEqual(await storage.media.find(unused.id), null)
    await storage.media.forget(MONDAY + 10)

    assert.equal(await storage.media.find(unused.id), null)
    assert.deepEqual(await storage.media.ofSubmission(auditId), [{ ...shown, purpose: 'feedback' }])
    assert.deepEqual(await storage.media.ofSubmission(auditId + 1), [])
    assert.deepEqual(await storage.media.releasesWith(shown.id), [releaseId])
    assert.deepEqual(await storage.media.releasesWith(unused.id), [])
  },

  async 'a submission that is refused hands nothing in'({ storage }) {
    const { id: releaseId, appid } = await newRelease(storage)
    const media = await storage.media.keep({ ...DRAFT, appid, validUntil: MONDAY + 10 }, MONDAY)
    const submitted = await submission(storage)
    const { auditId } = submitted
    const uses = [{ mediaId: media.id, purpose: 'preview' } as const]
    await assert.rejects(
      storage.releases.append(releaseId, 7, [submitted], { media: { auditId, uses } }),
      withCode('CONCURRENT_CHANGE'),
    )
    assert.deepEqual(await storage.media.ofSubmission(auditId), [])
  },
}

export const templateFacts: Facts = {
  async 'a template has a number of its own until it is removed'({ storage }) {
    const { id: releaseId } = await newRelease(storage)
    const draft = { releaseId, version: '1.0.0', description: '首版', createdBy: '小王' }
    const one = await storage.templates.add(draft, MONDAY)
    const other = await storage.templates.add(draft, MONDAY + 1)
    assert(other.id > one.id)
    assert.deepEqual(await storage.templates.find(one.id), {
      ...draft,
      id: one.id,
      createdAt: MONDAY,
    })
    assert((await storage.templates.list())[0]?.id === other.id)

    assert.equal(await storage.templates.remove(one.id, MONDAY), true)
    assert.equal(await storage.templates.remove(one.id, MONDAY), false)
    assert.equal(await storage.templates.find(one.id), null)
    for (const odd of [-1, 1.5, 1e300, Number.NaN]) {
      assert.equal(await storage.templates.find(odd), null)
      assert.equal(await storage.templates.remove(odd, MONDAY), false)
    }
  },
}

async function askFor(shelf: Shelf, appid: string): Promise<number> {
  const media = await shelf.storage.media.keep({ ...DRAFT, appid, validUntil: MONDAY + 1 }, MONDAY)
  const certificates = [{ name: '许可证', mediaId: media.id, expiresAt: null }]
  const ask = [{ category: VIDEO, certificates, status: 'reviewing' as const }]
  await shelf.storage.categoryRequests.change(appid, () => ({ ask }), MONDAY)
  const { requests } = await shelf.storage.categoryRequests.held(appid)
  return requests[0]?.id ?? 0
}

export const categoryFacts: Facts = {
  async 'a category is registered when its request passes, once'(shelf) {
    const { categoryRequests, apps, media } = shelf.storage
    const appid = await newApp(shelf.storage)
    const id = await askFor(shelf, appid)
    assert((await categoryRequests.waiting()).some((request) => request.id === id))
    assert.deepEqual((await apps.find(appid))?.categories, [NOTES])

    const decision = { status: 'passed', reason: '', decidedBy: '王' } as const
    const passed = await categoryRequests.decide(id, decision, MONDAY + 5)
    assert.equal(passed?.decidedAt, MONDAY + 5)
    assert.deepEqual((await apps.find(appid))?.categories, [NOTES, VIDEO])
    assert.equal(await categoryRequests.decide(id, decision, MONDAY + 6), null)

    await media.keep({ ...DRAFT, appid, validUntil: MONDAY + 90 }, MONDAY + 50)
    assert.notEqual(await media.find(passed?.certificates[0]?.mediaId ?? ''), null)
  },

  async 'the app is told of a decision in the same step, and of none that was not made'(shelf) {
    const { categoryRequests, callbacks, deliveries } = shelf.storage
    const appid = await newApp(shelf.storage)
    const wechat = {
      url: 'https://push.example/',
      token: 'AAAAA',
      encodingAesKey: 'a'.repeat(43),
      mode: 'plain',
      format: 'json',
      originalId: 'gh_1',
    } as const
    await callbacks.set(appid, { webhook: null, wechat, mail: null }, MONDAY)
    const id = await askFor(shelf, appid)
    const decision = { status: 'rejected', reason: '看不清', decidedBy: '王' } as const
    const tell = () => ({ event: 'wxa_category_audit', at: MONDAY, fields: { ret: 2 } })
    await categoryRequests.decide(id, decision, MONDAY, tell)
    assert.equal(await categoryRequests.decide(id, decision, MONDAY, tell), null)
    const { items } = await deliveries.list(appid)
    assert.deepEqual(
      items.map(({ kind, channel }) => [kind, channel]),
      [['wxa_category_audit', 'wechat']],
    )
  },

  async 'a rejected request is sent in again under its number'(shelf) {
    const { categoryRequests } = shelf.storage
    const appid = await newApp(shelf.storage)
    const id = await askFor(shelf, appid)
    const rejection = { status: 'rejected', reason: '看不清', decidedBy: '王' } as const
    await categoryRequests.decide(id, rejection, MONDAY)
    assert.equal((await categoryRequests.held(appid)).requests[0]?.reason, '看不清')
    await categoryRequests.change(appid, () => ({ askAgain: { id, certificates: [] } }), MONDAY)
    const [request] = (await categoryRequests.held(appid)).requests
    assert.deepEqual([request?.id, request?.status, request?.reason], [id, 'reviewing', ''])
  },

  async 'a category that was given back can be asked for again, and both times count'(shelf) {
    const { categoryRequests, apps } = shelf.storage
    const appid = await newApp(shelf.storage)
    const pass = [{ category: VIDEO, certificates: [], status: 'passed' as const }]
    await categoryRequests.change(appid, () => ({ ask: pass }), MONDAY)
    await categoryRequests.change(appid, () => ({ giveBack: VIDEO }), MONDAY + 1)
    assert.deepEqual((await apps.find(appid))?.categories, [NOTES])
    await categoryRequests.change(appid, () => ({ ask: pass }), MONDAY + 2)
    const held = await categoryRequests.held(appid)
    assert.deepEqual(held.categories, [NOTES, VIDEO])
    assert.deepEqual(held.requestedAt, [MONDAY, MONDAY + 2])
    assert.equal(held.requests.length, 1)
  },

  async 'who decides on a change sees every change before it'({ storage }) {
    const appid = await newApp(storage)
    const once = ({ categories }: HeldCategories): CategoryChange => {
      if (categories.length > 1) throw new Error('held already')
      return { ask: [{ category: VIDEO, certificates: [], status: 'passed' }] }
    }
    const tries = [1, 2, 3].map(() => storage.categoryRequests.change(appid, once, MONDAY))
    const results = await Promise.allSettled(tries)
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal((await storage.categoryRequests.held(appid)).requests.length, 1)
    await assert.rejects(storage.categoryRequests.held('nobody'), withCode('APP_NOT_FOUND'))
  },
}
