/**
 * Opens the storage on a PostgreSQL: migrates it, then answers.
 *
 * Any number of processes may have the same database open. Throws STORAGE_UNAVAILABLE when it does
 * not answer, STORAGE_TOO_NEW when a later version wrote it.
 */

import { sql } from 'kysely'
import { createActs } from './acts/acts.ts'
import { createTrail } from './acts/trail.ts'
import { createApps, createLedger } from './apps.ts'
import { createCases } from './cases/cases.ts'
import { createProposals } from './cases/proposals.ts'
import { createChecks } from './checks/checks.ts'
import { createClaims } from './claims.ts'
import { connect, refuseTrouble } from './connection.ts'
import { createContactCodes } from './contact/contact-codes.ts'
import { createDesk } from './desk/desk.ts'
import { createDocuments } from './documents/documents.ts'
import { createCategoryRequests } from './intake/category-requests.ts'
import { createMedia } from './intake/media.ts'
import { createTemplates } from './intake/templates.ts'
import { createJobs } from './jobs.ts'
import { createKnownPictures } from './known-pictures/known-pictures.ts'
import { createTerms } from './lexicon/terms.ts'
import { createMaterialCases } from './materials/material-cases.ts'
import { createMaterials } from './materials/materials.ts'
import { createMediaChecks } from './media-checks/media-checks.ts'
import { createMembers } from './members/members.ts'
import { migrate } from './migrate.ts'
import { createCallbacks } from './outbox/callbacks.ts'
import { createDeliveries } from './outbox/deliveries.ts'
import { createNotices } from './outbox/notices.ts'
import { createFirstRun, createSessions, createUsers } from './people.ts'
import { createFilingProfiles } from './profiles/filing-profiles.ts'
import { createReleases } from './releases.ts'
import { createRetroScans } from './retro/retro-scans.ts'
import { createSettings } from './settings.ts'
import { createStandings } from './standings/standings.ts'
import { createStatistics } from './statistics/statistics.ts'
import { openCheckTally } from './statistics/tally-checks.ts'
import type { Storage } from './storage.ts'
import { createTextModels } from './text-models/text-models.ts'
import { createTokens } from './tokens.ts'
import { createCheckPolicies } from './trials/check-policies.ts'
import { createTrials } from './trials/trials.ts'
import { createUpstreamAsks } from './upstream/asks.ts'
import { createComparisons, createUpstreams } from './upstream/upstreams.ts'
import { createQuotas, createVisits } from './usage/usage.ts'
import { exportEvents, verifyChain } from './verify.ts'

/** Enough for a process that answers requests; the embedded cluster allows 100 in all. */
const DEFAULT_CONNECTIONS = 10

export interface StorageOptions {
  /** `postgresql://…`, as `startEmbeddedPostgres` gives it or as your own server needs it. */
  readonly url: string
  readonly maxConnections?: number | undefined
  /** Told of what the queue meets in the background, a lost connection for one. */
  readonly reportTrouble?: ((error: unknown) => void) | undefined
}

export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { url, maxConnections = DEFAULT_CONNECTIONS, reportTrouble = () => {} } = options
  const connection = connect(url, maxConnections)
  const { db } = connection
  try {
    await migrate(connection.pool).catch(refuseTrouble)
  } catch (error) {
    await connection.close()
    throw error
  }
  const jobs = createJobs(url, reportTrouble)
  const tally = openCheckTally(db)
  const checks = createChecks(connection, tally)
  return {
    apps: createApps(db),
    members: createMembers(db),
    standings: createStandings(db),
    ledger: createLedger(db),
    users: createUsers(db),
    sessions: createSessions(db),
    firstRun: createFirstRun(db),
    tokens: createTokens(db),
    releases: createReleases(db, jobs),
    claims: createClaims(db),
    checks,
    cases: createCases(db),
    proposals: createProposals(db),
    desk: createDesk(db),
    upstreams: createUpstreams(db),
    comparisons: createComparisons(db),
    upstreamAsks: createUpstreamAsks(db),
    terms: createTerms(db),
    settings: createSettings(db),
    checkPolicies: createCheckPolicies(db),
    trials: createTrials(db),
    textModels: createTextModels(db),
    acts: createActs(db),
    trail: createTrail(db),
    statistics: createStatistics(db, tally),
    contactCodes: createContactCodes(db),
    filingProfiles: createFilingProfiles(db),
    retroScans: createRetroScans(db),
    jobs,
    notices: createNotices(db),
    callbacks: createCallbacks(db),
    deliveries: createDeliveries(db),
    media: createMedia(db),
    mediaChecks: createMediaChecks(db, jobs),
    materials: createMaterials(db, jobs),
    materialCases: createMaterialCases(db),
    documents: createDocuments(db),
    knownPictures: createKnownPictures(db),
    quotas: createQuotas(db),
    visits: createVisits(db),
    templates: createTemplates(db),
    categoryRequests: createCategoryRequests(db),
    verifyChain: () => verifyChain(db),
    exportEvents: () => exportEvents(db),
    isReachable: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
    async close() {
      await jobs.stop()
      await checks.drained()
      await tally.flush()
      await connection.close()
    },
  }
}
