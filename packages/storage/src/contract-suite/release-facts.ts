/** Facts about releases: what an append writes, and what it refuses. */

import assert from 'node:assert/strict'
import { fold } from '@fangxing/release'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import {
  APPROVED,
  APPROVED_TO_FILE,
  ARCHIVE,
  eventOf,
  FILING,
  goOn,
  LAUNCHED,
  MONDAY,
  NOTES,
  newApp,
  newRelease,
  PASSED,
  submission,
  submitted,
  WITHDRAWN,
} from './stories.ts'

const ASSESSMENT = { verdict: 'review', judgements: [], edition: '2026-01-01' } as const

export const releaseFacts: Facts = {
  async 'a release begins with its archive and one event'({ storage }) {
    const release = await newRelease(storage)
    assert.equal(release.life.state, 'draft')
    assert.equal(release.appName, '食堂点餐')
    assert.equal(release.packageBytes, ARCHIVE.length)
    assert.deepEqual(await storage.releases.find(release.id), release)
    assert.deepEqual(new Uint8Array((await storage.releases.archive(release.id)) ?? []), ARCHIVE)
    assert.equal((await storage.releases.events(release.id)).length, 1)
  },

  async 'equal archives are kept once'({ storage, sql }) {
    await newRelease(storage)
    const { packageSha256 } = await newRelease(storage)
    const rows = await sql('select 1 from fangxing.packages where sha256 = $1', [packageSha256])
    assert.equal(rows.length, 1)
  },

  async 'a release needs an app'({ storage }) {
    const created = eventOf('created', { appid: 'nobody', version: '1', description: '' })
    await assert.rejects(storage.releases.create(created, ARCHIVE), withCode('APP_NOT_FOUND'))
  },

  async 'what is not there is null or empty'({ storage }) {
    const appid = await newApp(storage)
    assert.equal(await storage.releases.find('nobody'), null)
    assert.equal(await storage.releases.archive('nobody'), null)
    assert.equal(await storage.releases.assessment('nobody'), null)
    assert.deepEqual(await storage.releases.events('nobody'), [])
    assert.equal(await storage.releases.findLatestSubmitted(appid), null)
    const append = storage.releases.append('nobody', 0, [PASSED])
    await assert.rejects(append, withCode('RELEASE_NOT_FOUND'))
  },

  async 'a whole life comes back as the fold of its events'({ storage }) {
    const { id, appid } = await submitted(storage, [PASSED, APPROVED_TO_FILE, FILING])
    const filed = await storage.releases.append(id, 5, [eventOf('filingPassed', {})])
    assert.equal(filed.release.life.state, 'approved')
    assert.ok(filed.effects.some(({ kind }) => kind === 'addToLedger'))
    const { release } = await storage.releases.append(id, 6, [LAUNCHED])

    const events = await storage.releases.events(id)
    assert.equal(events.length, 7)
    assert.deepEqual(fold(events.map(({ event }) => event)), release.life)
    assert.equal(events.at(-1)?.state, release.life.state)
    const entry = { category: NOTES, releaseId: id, completedAt: MONDAY }
    assert.deepEqual(await storage.ledger.list(appid), [entry])
  },

  async 'an append with another expectedSeq writes nothing'({ storage }) {
    const { id } = await submitted(storage)
    for (const wrong of [0, 1, 3]) {
      const append = storage.releases.append(id, wrong, [WITHDRAWN])
      await assert.rejects(append, withCode('CONCURRENT_CHANGE'))
    }
    assert.equal((await storage.releases.events(id)).length, 2)
  },

  async 'an event that is not allowed takes those before it along'({ storage }) {
    const { id } = await submitted(storage)
    const append = storage.releases.append(id, 2, [PASSED, LAUNCHED])
    await assert.rejects(append, withCode('EVENT_NOT_ALLOWED'))
    assert.equal((await storage.releases.find(id))?.life.state, 'machineReview')
    assert.equal((await storage.releases.events(id)).length, 2)
  },

  async 'an app has one version in review'({ storage }) {
    const { appid } = await submitted(storage)
    const second = await newRelease(storage, appid)
    const append = storage.releases.append(second.id, 1, [await submission(storage)])
    await assert.rejects(append, withCode('ALREADY_IN_REVIEW'))
    assert.equal((await storage.releases.find(second.id))?.life.state, 'draft')
  },

  async 'a withdrawn version makes room for the next'({ storage }) {
    const { appid } = await submitted(storage, [WITHDRAWN])
    assert.equal((await submitted(storage, [], appid)).life.state, 'machineReview')
  },

  async 'a launch and what it supersedes are written together, in either order'({ storage }) {
    for (const launchFirst of [true, false]) {
      const live = await submitted(storage, [PASSED, APPROVED, LAUNCHED])
      const next = await submitted(storage, [PASSED, APPROVED], live.appid)
      const superseded = eventOf('superseded', { byReleaseId: next.id })
      const launch = { releaseId: next.id, expectedSeq: 4, events: [LAUNCHED] }
      const end = { releaseId: live.id, expectedSeq: 5, events: [superseded] }

      await storage.releases.appendAll(launchFirst ? [launch, end] : [end, launch])
      assert.equal((await storage.apps.find(live.appid))?.liveReleaseId, next.id)
      assert.equal((await storage.releases.find(live.id))?.life.state, 'superseded')
    }
  },

  async 'two versions of an app are never launched at once'({ storage }) {
    const live = await submitted(storage, [PASSED, APPROVED, LAUNCHED])
    const next = await submitted(storage, [PASSED, APPROVED], live.appid)
    const append = storage.releases.append(next.id, 4, [LAUNCHED])
    await assert.rejects(append, withCode('CONCURRENT_CHANGE'))
    assert.equal((await storage.releases.find(next.id))?.life.state, 'approved')
  },

  async 'appends to several releases are all written or none'({ storage }) {
    const one = await submitted(storage)
    const two = await submitted(storage)
    const good = { releaseId: one.id, expectedSeq: 2, events: [PASSED] }
    const bad = { releaseId: two.id, expectedSeq: 9, events: [PASSED] }
    await assert.rejects(storage.releases.appendAll([good, bad]), withCode('CONCURRENT_CHANGE'))
    assert.equal((await storage.releases.find(one.id))?.life.state, 'machineReview')
  },

  async 'a submission is found by its audit id, also after the next one'({ storage }) {
    const first = await submitted(storage, [WITHDRAWN])
    const second = await goOn(storage, first.id, await submission(storage))
    assert.ok(first.auditId && second.release.auditId && first.auditId < second.release.auditId)

    const { appid } = first
    assert.equal((await storage.releases.findByAuditId(appid, first.auditId))?.id, first.id)
    assert.equal((await storage.releases.findLatestSubmitted(appid))?.id, first.id)
    const other = await newApp(storage)
    assert.equal(await storage.releases.findByAuditId(other, first.auditId), null)
  },

  async 'an assessment belongs to its submission'({ storage }) {
    const { id, auditId } = await submitted(storage)
    assert.ok(auditId)
    const assessment = { auditId, assessment: ASSESSMENT, summary: { pages: 3 } }
    const { release } = await storage.releases.append(id, 2, [PASSED], { assessment })
    assert.equal(release.verdict, 'review')
    const stored = { ...assessment, at: MONDAY }
    assert.deepEqual(await storage.releases.assessment(id), stored)

    await goOn(storage, id, WITHDRAWN, await submission(storage))
    assert.equal((await storage.releases.find(id))?.verdict, null)
    assert.deepEqual(await storage.releases.assessment(id, auditId), stored)
    assert.equal(await storage.releases.assessment(id, auditId + 1), null)
  },
}

export const listFacts: Facts = {
  async 'pages show each release once while others are added'({ storage }) {
    const appid = await newApp(storage)
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1) ids.push((await newRelease(storage, appid)).id)

    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await storage.releases.list({ appid, limit: 2, cursor: cursor ?? undefined })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
      await newRelease(storage, appid)
    } while (cursor !== null)
    assert.deepEqual(seen, ids.toReversed())
  },

  async 'the last full page has no cursor'({ storage }) {
    const appid = await newApp(storage)
    await newRelease(storage, appid)
    await newRelease(storage, appid)
    assert.equal((await storage.releases.list({ appid, limit: 2 })).nextCursor, null)
    assert.notEqual((await storage.releases.list({ appid, limit: 1 })).nextCursor, null)
  },

  async 'filters narrow by app, state and region'({ storage }) {
    const { appid, id } = await submitted(storage)
    await newRelease(storage, appid)
    const idsOf = async (filter: Parameters<typeof storage.releases.list>[0]) =>
      (await storage.releases.list({ appid, ...filter })).items.map((release) => release.id)

    assert.equal((await idsOf({})).length, 2)
    assert.deepEqual(await idsOf({ states: ['machineReview', 'launched'] }), [id])
    assert.deepEqual(await idsOf({ states: [] }), [])
    assert.deepEqual(await idsOf({ region: 'CN-GD' }), [id])
    assert.deepEqual(await idsOf({ region: 'CN-ZJ' }), [])
  },

  async 'a cursor that is not ours is refused'({ storage }) {
    const malformed = withCode('REQUEST_MALFORMED')
    await assert.rejects(storage.releases.list({ cursor: 'x' }), malformed)
    await assert.rejects(storage.checks.list({ cursor: "n1'; drop" }), malformed)
    await assert.rejects(storage.releases.list({ limit: 0 }), malformed)
    await assert.rejects(storage.releases.list({ limit: 201 }), malformed)
  },
}
