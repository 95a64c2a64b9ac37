/** `Releases`, put together from the files that answer each part of it. */

import assert from 'node:assert/strict'
import { appendAll } from './append.ts'
import { readAssessment } from './assessments.ts'
import type { Db } from './connection.ts'
import { createRelease } from './create-release.ts'
import { listDeskByDue } from './desk-by-due.ts'
import { findDue, rederiveDue } from './filings.ts'
import { readHistories } from './history.ts'
import type { TransactionalJobs } from './jobs.ts'
import {
  findReleases,
  idBySubmission,
  listReleases,
  nextAuditId,
  readArchive,
  readWithdrawals,
} from './release-rows.ts'
import type { Append, Appended, Release, Releases } from './releases.types.ts'

/** Due filings that one sweep takes: each is an append of its own. */
const SWEEP_LIMIT = 100

export function createReleases(db: Db, jobs: TransactionalJobs): Releases {
  const find = async (id: string | null): Promise<Release | null> =>
    id === null ? null : ((await findReleases(db, [id])).get(id) ?? null)

  async function appendEach(appends: readonly Append[]): Promise<readonly Appended[]> {
    const changed = await appendAll(db, jobs, appends)
    const ids = changed.map(({ releaseId }) => releaseId)
    const releases = await findReleases(db, ids)
    return changed.map(({ releaseId, effects }) => {
      const release = releases.get(releaseId)
      assert(release)
      return { release, effects }
    })
  }

  return {
    async create(created, archive) {
      const release = await find(await createRelease(db, created, archive))
      assert(release)
      return release
    },
    find,
    findByAuditId: async (appid, auditId) => find(await idBySubmission(db, appid, auditId)),
    findLatestSubmitted: async (appid) => find(await idBySubmission(db, appid)),
    list: (filter = {}) => listReleases(db, filter),
    listDesk: (filter = {}) => listDeskByDue(db, filter),
    events: async (id) => (await readHistories(db, [id])).get(id) ?? [],
    archive: (id) => readArchive(db, id),
    withdrawals: (appids, since) => readWithdrawals(db, appids, since),
    nextAuditId: () => nextAuditId(db),
    async append(releaseId, expectedSeq, events, alongside = {}) {
      const [appended] = await appendEach([{ ...alongside, releaseId, expectedSeq, events }])
      assert(appended)
      return appended
    },
    appendAll: appendEach,
    assessment: (releaseId, auditId) => readAssessment(db, releaseId, auditId),
    dueFilings: (now, limit = SWEEP_LIMIT) => findDue(db, now, limit),
    rederiveDue: () => rederiveDue(db),
  }
}
