/** Facts about questions to another checker that it answers later, by a push. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Storage } from '../storage.ts'
import type { UpstreamAskDraft, UpstreamPush } from '../upstream/asks.types.ts'
import type { Facts } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const ANSWER = { suggest: 'risky', label: 20002, traceId: 't' } as const
const MINUTE = 60_000

/** A sound that waits, and what would be asked about it. */
async function newAsk(
  storage: Storage,
  appid: string,
  more: Partial<UpstreamAskDraft> = {},
): Promise<UpstreamAskDraft> {
  const checkId = randomBytes(8).toString('hex')
  await storage.mediaChecks.add({
    ...{ id: checkId, appid, writer: null, scene: 2, shape: 2, kind: 'sound' },
    ...{ url: `https://a.example/${checkId}`, hasExtension: false },
    ...{ createdAt: MONDAY, dueAt: MONDAY + 25 * MINUTE },
  })
  return {
    ...{ checkId, appid, upstream: 'wechat', merge: 'strictest', whenDown: 'fail-open' },
    ...{ contentHash: 'h', request: { url: 'u' }, pending: { suggest: 'pass' } },
    ...{ openedAt: MONDAY, dueAt: MONDAY + 20 * MINUTE },
    ...more,
  }
}

function push(appid: string, traceId: string, more: Partial<UpstreamPush> = {}): UpstreamPush {
  return {
    ...{ appid, signature: randomBytes(8).toString('hex'), bodyHash: 'b', at: MONDAY + MINUTE },
    result: { traceId, said: { answer: { ...ANSWER, traceId } } },
    ...more,
  }
}

export const upstreamAskFacts: Facts = {
  async 'an ask is opened once, and is leased to whoever opened it'(shelf) {
    const { storage } = await shelf.fresh()
    const { upstreamAsks: asks } = storage
    const draft = await newAsk(storage, await newApp(storage))
    const opened = await asks.open(draft, MONDAY + MINUTE)
    assert.deepEqual([opened.tries, opened.traceId, opened.endedAt], [0, null, null])
    const again = await asks.open({ ...draft, pending: { suggest: 'risky' } }, MONDAY)
    assert.deepEqual(again, opened)
    assert.equal(await asks.take(MONDAY, MONDAY + 1), null)
    assert.equal((await asks.take(MONDAY + MINUTE, MONDAY + 2 * MINUTE))?.checkId, draft.checkId)
    assert.equal(await asks.take(MONDAY + MINUTE, MONDAY + 2 * MINUTE), null)
    assert.deepEqual([...(await asks.ofChecks([draft.checkId, 'x'])).keys()], [draft.checkId])
  },

  async 'an accepted ask waits until its answer is pushed, which somebody then finds at once'(
    shelf,
  ) {
    const { storage } = await shelf.fresh()
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    const draft = await newAsk(storage, appid)
    await asks.open(draft, MONDAY)
    await asks.countTry(draft.checkId)
    const waiting = await asks.accepted(draft.checkId, 't-1', MONDAY)
    assert.deepEqual([waiting.traceId, waiting.nextAt], ['t-1', draft.dueAt])
    assert.equal(await asks.take(MONDAY + MINUTE, 0), null)
    const taken = await asks.takePush(push(appid, 't-1'))
    assert.deepEqual(taken, { outcome: 'taken', checkId: draft.checkId })
    const found = await asks.take(MONDAY + MINUTE, draft.dueAt)
    assert.deepEqual(found?.answer, { ...ANSWER, traceId: 't-1' })
    const late = await asks.answer(draft.checkId, { trouble: 'NO_RESULT' }, MONDAY)
    assert.equal(late.trouble, null)
    assert.equal(await asks.end(draft.checkId, null, MONDAY), true)
    assert.equal(await asks.end(draft.checkId, null, MONDAY), false)
    const ended = await asks.find(draft.checkId)
    assert.deepEqual([ended?.request, ended?.pending], [{}, {}])
    assert.deepEqual(await asks.findAnswer(appid, 'h', MONDAY), { ...ANSWER, traceId: 't-1' })
    assert.equal(await asks.findAnswer(appid, 'h', MONDAY + 2 * MINUTE), null)
  },

  async 'an answer is found as long as it is theirs, not longer for having been remembered'({
    storage,
  }) {
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    for (const [at, cached] of [
      [MONDAY, false],
      [MONDAY + MINUTE, true],
    ] as const) {
      const { checkId } = await asks.open(await newAsk(storage, appid), MONDAY)
      await asks.answer(checkId, { answer: ANSWER, cached }, at)
    }
    assert.deepEqual(await asks.findAnswer(appid, 'h', MONDAY), ANSWER)
    assert.equal(await asks.findAnswer(appid, 'h', MONDAY + 1), null)
  },

  async 'a result that comes before its trace id is known is there when it is'({ storage }) {
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    const draft = await newAsk(storage, appid)
    assert.equal((await asks.takePush(push(appid, 't-0')))?.outcome, 'unknown')
    await asks.open(draft, MONDAY)
    await asks.countTry(draft.checkId)
    assert.equal((await asks.takePush(push(appid, 't-1')))?.outcome, 'early')
    const { answer } = await asks.accepted(draft.checkId, 't-1', MONDAY)
    assert.deepEqual(answer, { ...ANSWER, traceId: 't-1' })
  },

  async 'a result and its trace id that are written at once meet'({ storage }) {
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    for (let nth = 0; nth < 10; nth += 1) {
      const draft = await newAsk(storage, appid)
      await asks.open(draft, MONDAY)
      await asks.countTry(draft.checkId)
      const traceId = `t-${nth}`
      await Promise.all([
        asks.accepted(draft.checkId, traceId, MONDAY),
        asks.takePush(push(appid, traceId)),
      ])
      assert.equal((await asks.find(draft.checkId))?.answer?.traceId, traceId)
    }
  },

  async 'a repeated push changes nothing, and a signature serves one body'({ storage }) {
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    const draft = await newAsk(storage, appid)
    await asks.open(draft, MONDAY)
    await asks.accepted(draft.checkId, 't-1', MONDAY)
    const first = push(appid, 't-1')
    assert.equal((await asks.takePush(first))?.outcome, 'taken')
    assert.equal((await asks.takePush(first))?.outcome, 'repeated')
    const said = { answer: { suggest: 'pass', label: 100, traceId: 't-1' } } as const
    const forged = { ...first, bodyHash: 'other', result: { traceId: 't-1', said } }
    assert.equal(await asks.takePush(forged), null)
    assert.equal((await asks.takePush(push(appid, 't-1')))?.outcome, 'repeated')
    assert.equal((await asks.takePush(push(appid, '', { result: null })))?.outcome, 'other')
    assert.equal((await asks.find(draft.checkId))?.answer?.suggest, 'risky')
    assert.deepEqual(await asks.countPushes(appid, MONDAY), {
      ...{ taken: 1, early: 0, repeated: 1, unknown: 0, other: 1 },
    })
  },

  async 'a trace id that another ask has is no answer'({ storage }) {
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    const [one, other] = [await newAsk(storage, appid), await newAsk(storage, appid)]
    for (const draft of [one, other]) await asks.open(draft, MONDAY)
    await asks.accepted(one.checkId, 't-1', MONDAY)
    const { traceId, trouble } = await asks.accepted(other.checkId, 't-1', MONDAY)
    assert.deepEqual([traceId, trouble], [null, 'ANSWER_UNKNOWN'])
  },

  async 'media that wait for another checker are neither late nor lost, unless it is only a shadow'(
    shelf,
  ) {
    const { storage } = await shelf.fresh()
    const { upstreamAsks: asks, mediaChecks } = storage
    const appid = await newApp(storage)
    const due = MONDAY + 25 * MINUTE
    const waiting = await newAsk(storage, appid)
    const shadow = await newAsk(storage, appid, { merge: 'shadow' })
    for (const draft of [waiting, shadow]) await asks.open(draft, MONDAY)
    const lateAt = async (now: number) => (await mediaChecks.overdue(now)).map(({ id }) => id)
    assert.deepEqual(await lateAt(due), [shadow.checkId])
    assert.equal((await lateAt(due + 5 * MINUTE)).length, 2)
    assert.equal(await mediaChecks.recall(due), 1)
    await asks.answer(waiting.checkId, { trouble: 'NO_RESULT' }, due)
    await asks.end(waiting.checkId, null, due)
    assert.equal((await lateAt(due)).length, 2)
  },

  async 'asks that ended and pushes that came are forgotten, what waits is not'(shelf) {
    const { storage } = await shelf.fresh()
    const { upstreamAsks: asks } = storage
    const appid = await newApp(storage)
    const [ended, waiting] = [await newAsk(storage, appid), await newAsk(storage, appid)]
    for (const draft of [ended, waiting]) await asks.open(draft, MONDAY)
    await asks.answer(ended.checkId, { trouble: 'REFUSED' }, MONDAY)
    const draft = { checkId: ended.checkId, appid, upstream: 'wechat', answer: null, told: 'pass' }
    const local = { suggest: 'pass', label: 100 } as const
    const more = { local, trouble: 'REFUSED', cached: false, tookMs: 1, at: MONDAY } as const
    await asks.end(ended.checkId, { ...draft, ...more, told: 'pass' }, MONDAY)
    assert.equal((await storage.comparisons.list({ appid })).items.length, 1)
    await asks.takePush(push(appid, 't', { at: MONDAY }))
    assert.equal(await asks.forget(MONDAY + 1), 2)
    assert.equal(await asks.find(ended.checkId), null)
    assert.notEqual(await asks.find(waiting.checkId), null)
  },

  async 'a medium whose end is moved is kept as long, unless it was handed in'({ storage }) {
    const appid = await newApp(storage)
    const draft = { appid, kind: 'sound', type: 'audio/wav', content: new Uint8Array(4) } as const
    const { id } = await storage.media.keep({ ...draft, validUntil: MONDAY + 1 }, MONDAY)
    await storage.media.keepUntil(id, MONDAY + MINUTE)
    assert.equal((await storage.media.find(id))?.validUntil, MONDAY + MINUTE)
    await storage.media.keepUntil(id, MONDAY)
    await storage.media.forget(MONDAY)
    assert.equal(await storage.media.find(id), null)
  },
}
