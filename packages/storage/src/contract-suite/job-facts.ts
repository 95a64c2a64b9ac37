/** Facts about jobs, and about a crash in the middle of an append. */

import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { Job } from '../jobs.types.ts'
import { withCode } from './refused.ts'
import type { Facts, Shelf } from './shelf.ts'
import { APPROVED, LAUNCHED, PASSED, submitted } from './stories.ts'

/** Resolves when `count` payloads came in, in order of arrival. */
function collect<Item>(count: number) {
  const items: Item[] = []
  let finish = () => {}
  const complete = new Promise<void>((resolve) => {
    finish = resolve
  })
  const take = async (item: Item) => {
    items.push(item)
    if (items.length === count) finish()
  }
  return { items, take, complete }
}

async function waitingJobs({ sql }: Shelf, name: string): Promise<number> {
  const rows = await sql(
    `select count(*)::int as count from pgboss.job
     where name = $1 and state = 'created'`,
    [name],
  )
  return Number(rows[0]?.count)
}

export const jobFacts: Facts = {
  async 'a job runs after the event it was sent with'(shelf) {
    const { storage } = await shelf.fresh()
    const { id } = await submitted(storage)
    const jobs = [{ name: 'tell-developer', payload: { releaseId: id } }]
    await storage.releases.append(id, 2, [PASSED], { jobs })

    const seen = collect<unknown>(1)
    await storage.jobs.work('tell-developer', seen.take)
    await seen.complete
    assert.deepEqual(seen.items, [{ releaseId: id }])
  },

  async 'a refused append sends no job'(shelf) {
    const own = await shelf.fresh()
    const { id } = await submitted(own.storage)
    const jobs = [{ name: 'tell-nobody', payload: { releaseId: id } }]
    const append = own.storage.releases.append(id, 2, [LAUNCHED], { jobs })
    await assert.rejects(append, withCode('EVENT_NOT_ALLOWED'))
    assert.equal(await waitingJobs(own, 'tell-nobody'), 0)
  },

  async 'an append that is refused at its very end sends no job'(shelf) {
    const own = await shelf.fresh()
    const live = await submitted(own.storage, [PASSED, APPROVED, LAUNCHED])
    const next = await submitted(own.storage, [PASSED, APPROVED], live.appid)
    const jobs = [{ name: 'too-late', payload: { releaseId: next.id } }]
    const append = own.storage.releases.append(next.id, 4, [LAUNCHED], { jobs })
    await assert.rejects(append, withCode('CONCURRENT_CHANGE'))
    assert.equal(await waitingJobs(own, 'too-late'), 0)
  },

  async 'a backlog is worked off by two processes, each job once'(shelf) {
    const { storage, another } = await shelf.fresh()
    const count = 60
    for (let n = 0; n < count; n += 1) await storage.jobs.send({ name: 'many', payload: { n } })

    const seen = collect<{ readonly n?: unknown }>(count)
    await storage.jobs.work('many', seen.take)
    await (await another()).jobs.work('many', seen.take, { concurrency: 2 })
    await seen.complete
    assert.equal(new Set(seen.items.map(({ n }) => n)).size, count)
  },

  async 'a job that throws comes back, and what it threw is told'(shelf) {
    const troubles: string[] = []
    const { another } = await shelf.fresh()
    const storage = await another((trouble) => troubles.push(String(trouble)))
    const tries = collect<unknown>(2)
    await storage.jobs.work('flaky', async (payload) => {
      await tries.take(payload)
      if (tries.items.length === 1) throw new Error('the first time')
    })
    await storage.jobs.send({ name: 'flaky', payload: { n: 1 } })
    await tries.complete
    assert.deepEqual(tries.items, [{ n: 1 }, { n: 1 }])
    assert.deepEqual(troubles, ['Error: the first time'])
  },

  async 'jobs of one group leave room for those of others'(shelf) {
    const { storage } = await shelf.fresh()
    const { jobs } = storage
    const gate = Promise.withResolvers<void>()
    const [held, done] = [collect<unknown>(2), collect<unknown>(4)]
    const run = async ({ group }: Job['payload']) => {
      if (group === 'slow') {
        await held.take(group)
        await gate.promise
      }
      await done.take(group)
    }
    const send = (group: string) => jobs.send({ name: 'grouped', payload: { group }, group })
    for (let n = 0; n < 3; n += 1) await send('slow')
    await jobs.work('grouped', run, { concurrency: 3, concurrencyOfGroup: 2, takenAtOnce: 1 })
    await held.complete
    await send('other')
    while (done.items.length === 0) await setTimeout(20)
    assert.deepEqual([held.items, done.items], [['slow', 'slow'], ['other']])
    gate.resolve()
    await done.complete
  },

  async 'a queue that could not be started is started by the next use'(shelf) {
    const { storage, sql } = await shelf.separate()
    await sql('create schema pgboss create view version as select 1 / 0 as version')
    await assert.rejects(storage.jobs.send({ name: 'early', payload: {} }))
    await sql('drop schema pgboss cascade')

    const seen = collect<unknown>(1)
    await storage.jobs.work('early', seen.take)
    await storage.jobs.send({ name: 'early', payload: { n: 1 } })
    await seen.complete
    assert.deepEqual(seen.items, [{ n: 1 }])
  },

  async 'storage whose queue could not be started can be closed'(shelf) {
    const { another, sql } = await shelf.separate()
    const storage = await another()
    await sql('create schema pgboss create view version as select 1 / 0 as version')
    await assert.rejects(storage.jobs.send({ name: 'early', payload: {} }))
    await storage.close()
  },

  async 'of jobs with one key one waits, without a key all do'(shelf) {
    const own = await shelf.fresh()
    const { jobs } = own.storage
    for (let n = 0; n < 3; n += 1) {
      await jobs.send({ name: 'keyed', payload: { n }, key: 'same' })
      await jobs.send({ name: 'unkeyed', payload: { n } })
    }
    assert.equal(await waitingJobs(own, 'keyed'), 1)
    assert.equal(await waitingJobs(own, 'unkeyed'), 3)
  },
}

export const crashFacts: Facts = {
  async 'a connection that is killed in the middle of an append leaves nothing of it'(shelf) {
    const own = await shelf.fresh()
    const { id } = await submitted(own.storage)
    const jobs = [{ name: 'never', payload: { id } }]
    await own.storage.jobs.send({ name: 'never', payload: { id }, key: 'makes the queue' })

    // The claims come last: events, state and ledger are written by then.
    const blocker = await own.client()
    await blocker.query('begin; lock table fangxing.claims in access exclusive mode')
    const append = own.storage.releases.append(id, 2, [PASSED], { jobs })
    const rejected = assert.rejects(append, withCode('STORAGE_UNAVAILABLE'))
    await own.sql('select pg_terminate_backend($1)', await own.blocked(1))
    await rejected
    await blocker.query('rollback')

    assert.equal((await own.storage.releases.events(id)).length, 2)
    assert.equal((await own.storage.releases.find(id))?.life.state, 'machineReview')
    assert.equal(await waitingJobs(own, 'never'), 1)
    assert.equal((await own.storage.verifyChain()).firstBroken, null)
    assert.equal((await own.storage.releases.append(id, 2, [PASSED])).release.life.eventCount, 3)
  },

  async 'of eight appends at once, from two processes, one is written'(shelf) {
    const { storage, another } = shelf
    const { id } = await submitted(storage)
    const other = await another()
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 ? other : storage).releases.append(id, 2, [PASSED]),
      ),
    )
    const refused = answers.filter((answer) => answer.status === 'rejected')
    assert.equal(refused.length, 7)
    for (const { reason } of refused) assert.ok(withCode('CONCURRENT_CHANGE')(reason))
    assert.equal((await storage.releases.events(id)).length, 3)
  },

  async 'appends to the same releases in opposite order do not wait for each other'(shelf) {
    const { storage, another } = shelf
    const stores = [storage, await another()]
    const one = await submitted(storage)
    const two = await submitted(storage)
    const appends = [one, two].map(({ id }) => ({
      releaseId: id,
      expectedSeq: 2,
      events: [PASSED],
    }))
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) =>
        stores[n % 2]?.releases.appendAll(n % 2 ? appends : appends.toReversed()),
      ),
    )
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const answer of answers) {
      if (answer.status === 'rejected') assert.ok(withCode('CONCURRENT_CHANGE')(answer.reason))
    }
  },
}
