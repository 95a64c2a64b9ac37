/**
 * What the rest of Fangxing may ask of the storage: the interface, without a database in sight.
 *
 * Every time is epoch ms and is passed in as `now` or `at`: the storage never reads the clock for
 * a decision, so a simulated clock rules here too. Ids and secrets are made here.
 * Lists come newest first, by cursor; a cursor is opaque and stays right while rows are added.
 * A text comes back exactly as it was put in, NUL characters and lone surrogates included.
 */

import type { Acts, Trail } from './acts/acts.types.ts'
import type { Apps, Ledger } from './apps.types.ts'
import type { Cases, Proposals } from './cases/cases.types.ts'
import type { Checks } from './checks/checks.types.ts'
import type { ContactCodes } from './contact/contact.types.ts'
import type { Settings } from './content.types.ts'
import type { Desk } from './desk/desk.types.ts'
import type { Documents } from './documents/documents.types.ts'
import type { CategoryRequests, MediaShelf, Templates } from './intake/intake.types.ts'
import type { Jobs } from './jobs.types.ts'
import type { KnownPictures } from './known-pictures/known-pictures.types.ts'
import type { Terms } from './lexicon/lexicon.types.ts'
import type { MaterialCases, Materials } from './materials/materials.types.ts'
import type { MediaChecks } from './media-checks/media-checks.types.ts'
import type { Members } from './members/members.types.ts'
import type { Callbacks, Deliveries, Notices } from './outbox/outbox.types.ts'
import type { FirstRun, Sessions, Tokens, Users } from './people.types.ts'
import type { FilingProfiles } from './profiles/profiles.types.ts'
import type { Claims, Releases } from './releases.types.ts'
import type { RetroScans } from './retro/retro.types.ts'
import type { Standings } from './standings/standings.types.ts'
import type { Statistics } from './statistics/statistics.types.ts'
import type { TextModels } from './text-models/text-models.types.ts'
import type { CheckPolicies, Trials } from './trials/trials.types.ts'
import type { UpstreamAsks } from './upstream/asks.types.ts'
import type { Comparisons, Upstreams } from './upstream/upstream.types.ts'
import type { Quotas, Visits } from './usage/usage.types.ts'
import type { ChainReport } from './verify.types.ts'

export interface Storage {
  readonly apps: Apps
  readonly members: Members
  readonly standings: Standings
  readonly ledger: Ledger
  readonly users: Users
  readonly sessions: Sessions
  readonly firstRun: FirstRun
  readonly tokens: Tokens
  readonly releases: Releases
  readonly claims: Claims
  readonly checks: Checks
  readonly cases: Cases
  readonly proposals: Proposals
  readonly desk: Desk
  readonly upstreams: Upstreams
  readonly comparisons: Comparisons
  readonly upstreamAsks: UpstreamAsks
  readonly terms: Terms
  readonly settings: Settings
  readonly checkPolicies: CheckPolicies
  readonly trials: Trials
  readonly textModels: TextModels
  readonly acts: Acts
  readonly trail: Trail
  readonly statistics: Statistics
  readonly contactCodes: ContactCodes
  readonly filingProfiles: FilingProfiles
  readonly retroScans: RetroScans
  readonly jobs: Jobs
  readonly notices: Notices
  readonly callbacks: Callbacks
  readonly deliveries: Deliveries
  readonly media: MediaShelf
  readonly mediaChecks: MediaChecks
  readonly materials: Materials
  readonly materialCases: MaterialCases
  readonly documents: Documents
  readonly knownPictures: KnownPictures
  readonly quotas: Quotas
  readonly visits: Visits
  readonly templates: Templates
  readonly categoryRequests: CategoryRequests
  /** Reads every event of every release and compares hashes, order and state. Streams; O(events). */
  verifyChain(): Promise<ChainReport>
  /** One JSON line per event, release by release: what `verifyExport` reads without a database. */
  exportEvents(): AsyncIterable<string>
  /** True when the database answers. */
  isReachable(): Promise<boolean>
  /** Stops the workers, lets running jobs end, and closes every connection. */
  close(): Promise<void>
}
