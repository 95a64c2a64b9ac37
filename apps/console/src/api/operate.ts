/** The calls of the operator's pages. */

import type { EditionDetails, EditionSummary, ListDraft, ListImported } from './lexicon-types.ts'
import type {
  Act,
  BackTest,
  BankImport,
  Candidate,
  CheckPolicy,
  CheckRule,
  FilingProfile,
  KnownPicture,
  Limits,
  LoadSample,
  OutgoingDelivery,
  PolicyEdition,
  ProfileClock,
  ProfileRow,
  RetroResult,
  RetroScan,
  Statistics,
  TrailEntry,
  Transparency,
  Trial,
  TrialDifference,
  Verification,
} from './operate-types.ts'
import { request, withQuery } from './request.ts'
import type { Items, Page, Role, TermEntry, User } from './types.ts'

const id = encodeURIComponent
type Cursor = string | undefined

export const operate = {
  getStatistics: (period: { from: number; until: number }) =>
    request<Statistics>('GET', withQuery('/v1/statistics', period)),
  getTransparency: (period: { from: number; until: number }) =>
    request<Transparency>('GET', withQuery('/v1/transparency', period)),
  getLoad: () => request<{ samples: readonly LoadSample[] }>('GET', '/v1/load'),

  getPolicy: () => request<CheckPolicy>('GET', '/v1/check-policy'),
  getShippedLimits: () => request<Limits>('GET', '/v1/check-policy/shipped'),
  publishPolicy: (policy: CheckPolicy, note: string) =>
    request<CheckPolicy>('PUT', '/v1/check-policy', { ...policy, ...(note ? { note } : {}) }),
  findCheckRules: () => request<Items<CheckRule>>('GET', '/v1/check-policy/rules'),
  findPolicies: (cursor: Cursor) =>
    request<Page<PolicyEdition>>('GET', withQuery('/v1/check-policy/editions', { cursor })),
  rollBackPolicy: (number: number) =>
    request<PolicyEdition>('POST', `/v1/check-policy/editions/${number}/roll-back`, {}),
  backTest: (candidate: Candidate) => request<BackTest>('POST', '/v1/back-tests', { candidate }),
  findTrials: (cursor: Cursor) => request<Page<Trial>>('GET', withQuery('/v1/trials', { cursor })),
  startTrial: (candidate: Candidate, note: string) =>
    request<Trial>('POST', '/v1/trials', { candidate, ...(note ? { note } : {}) }),
  findDifferences: (trialId: string) =>
    request<Page<TrialDifference>>('GET', `/v1/trials/${id(trialId)}/differences?limit=50`),
  endTrial: (trialId: string) => request<Trial>('POST', `/v1/trials/${id(trialId)}/end`, {}),
  publishTrial: (trialId: string) =>
    request<Trial>('POST', `/v1/trials/${id(trialId)}/publish`, {}),

  getProfile: () => request<FilingProfile>('GET', '/v1/filing-profile'),
  saveProfile: (profile: {
    edition: string
    categories: readonly ProfileRow[]
    clock: ProfileClock
    fromAt?: number
  }) => request<FilingProfile>('PUT', '/v1/filing-profile', profile),

  findScans: (cursor: Cursor) =>
    request<Page<RetroScan>>('GET', withQuery('/v1/retro-scans', { cursor })),
  startScan: (shadow: boolean) => request<RetroScan>('POST', '/v1/retro-scans', { shadow }),
  findScanResults: (scanId: string) =>
    request<Page<RetroResult>>('GET', `/v1/retro-scans/${id(scanId)}/results?worse=true&limit=100`),

  findPictures: (cursor: Cursor) =>
    request<Page<KnownPicture>>('GET', withQuery('/v1/known-pictures', { cursor })),
  addPicture: (picture: Omit<KnownPicture, 'id' | 'addedBy' | 'addedAt'>) =>
    request<unknown>('POST', '/v1/known-pictures', picture),
  removePicture: (pictureId: number) => request<null>('DELETE', `/v1/known-pictures/${pictureId}`),
  importPictures: (csv: string) =>
    request<BankImport>('POST', '/v1/known-pictures/import', { csv }),

  findDeliveries: (query: { state?: string | undefined; cursor: Cursor }) =>
    request<Page<OutgoingDelivery>>('GET', withQuery('/v1/deliveries', query)),
  redrive: (deliveryId: string) =>
    request<OutgoingDelivery>('POST', `/v1/deliveries/${id(deliveryId)}/redrive`, {}),

  findActs: (query: { route?: string | undefined; cursor: Cursor }) =>
    request<Page<Act>>('GET', withQuery('/v1/audit/acts', query)),
  findTrail: (query: { kind?: string | undefined; actor?: string | undefined; cursor: Cursor }) =>
    request<Page<TrailEntry>>('GET', withQuery('/v1/audit/events', query)),
  verify: () => request<Verification>('POST', '/v1/audit/verify', {}),

  changeUser: (
    userId: string,
    change: {
      roles?: readonly Role[]
      region?: string | null
      frozen?: boolean
      password?: string
    },
  ) => request<User>('PATCH', `/v1/users/${id(userId)}`, change),

  importTerms: (draft: ListDraft) => request<ListImported>('POST', '/v1/terms/import', draft),
  findEditions: (cursor: Cursor) =>
    request<Page<EditionSummary>>('GET', withQuery('/v1/lexicon-editions', { cursor })),
  getEdition: (number: number) => request<EditionDetails>('GET', `/v1/lexicon-editions/${number}`),
  rollBackLexicon: (number: number) =>
    request<EditionDetails>('POST', `/v1/lexicon-editions/${number}/roll-back`, {}),
  changeTerms: (change: {
    add: readonly Omit<TermEntry, 'id'>[]
    remove: readonly string[]
    note?: string
  }) => request<EditionDetails>('POST', '/v1/lexicon-editions', change),
}
