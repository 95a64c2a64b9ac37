/** Every call of the native API that the console makes, one function each. */

import type { Category, Subject } from '@fangxing/contract'
import { request, withQuery } from './request.ts'
import type {
  App,
  AssessmentReport,
  Case,
  CategoryEntry,
  Clock,
  Items,
  LedgerEntry,
  Lexicon,
  ListChange,
  Page,
  Proposal,
  Release,
  ReleaseEvent,
  ReleaseState,
  Role,
  RuleBooks,
  SourceExcerpt,
  Submission,
  TermEntry,
  TextCheck,
  Turn,
  User,
  WholeCase,
} from './types.ts'

const id = encodeURIComponent
const release = (releaseId: string, rest = '') => `/v1/releases/${id(releaseId)}${rest}`
const humanCase = (caseId: string, rest = '') => `/v1/cases/${id(caseId)}${rest}`
const app = (appid: string, rest = '') => `/v1/apps/${id(appid)}${rest}`

export interface ReleaseQuery {
  readonly appid?: string | undefined
  readonly state?: ReleaseState | undefined
  readonly turn?: Turn | undefined
  readonly cursor?: string | undefined
  readonly limit?: number
}

export interface AppDraft {
  readonly appid?: string
  readonly name: string
  readonly subject: Subject
  readonly categories: readonly Category[]
}

export interface UserDraft {
  readonly name: string
  readonly password: string
  readonly roles: readonly Role[]
  readonly region?: string
}

export interface CheckDraft {
  readonly text: string
  readonly scene: number
  readonly title?: string
  readonly nickname?: string
  readonly signature?: string
}

export const api = {
  findFirstRun: () => request<{ open: boolean }>('GET', '/v1/first-run'),
  createOperator: (draft: { token: string; name: string; password: string }) =>
    request<{ user: User }>('POST', '/v1/first-run', draft),

  getSession: () => request<{ user: User }>('GET', '/v1/session'),
  signIn: (draft: { name: string; password: string }) =>
    request<{ user: User }>('POST', '/v1/session', draft),
  signOut: () => request<null>('DELETE', '/v1/session'),

  findUsers: () => request<Items<User>>('GET', '/v1/users'),
  createUser: (draft: UserDraft) => request<User>('POST', '/v1/users', draft),

  findCategories: () => request<Items<CategoryEntry>>('GET', '/v1/categories'),
  getRuleBooks: () => request<RuleBooks>('GET', '/v1/rules'),
  findApps: () => request<Items<App>>('GET', '/v1/apps'),
  createApp: (draft: AppDraft) => request<{ app: App; secret: string }>('POST', '/v1/apps', draft),
  getApp: (appid: string) => request<App>('GET', app(appid)),
  changeApp: (appid: string, changes: Partial<Omit<AppDraft, 'appid'>>) =>
    request<App>('PATCH', app(appid), changes),
  renewSecret: (appid: string) => request<{ secret: string }>('POST', app(appid, '/secret')),
  findLedger: (appid: string) => request<Items<LedgerEntry>>('GET', app(appid, '/ledger')),

  findReleases: (query: ReleaseQuery) =>
    request<Page<Release>>('GET', withQuery('/v1/releases', { ...query })),
  getRelease: (releaseId: string) => request<Release>('GET', release(releaseId)),
  findEvents: (releaseId: string) =>
    request<Items<ReleaseEvent>>('GET', release(releaseId, '/events')),
  getAssessment: (releaseId: string) =>
    request<AssessmentReport>('GET', release(releaseId, '/assessment')),
  getSource: (releaseId: string, file: string, line: number) =>
    request<SourceExcerpt>('GET', withQuery(release(releaseId, '/source'), { file, line })),

  submit: (releaseId: string, submission: Submission) =>
    request<Release>('POST', release(releaseId, '/submit'), submission),
  claim: (releaseId: string) =>
    request<{ fence: number; expiresAt: number }>('POST', release(releaseId, '/claim')),
  giveBack: (releaseId: string) => request<null>('DELETE', release(releaseId, '/claim')),
  approve: (releaseId: string, decision: { fence: number; note?: string }) =>
    request<Release>('POST', release(releaseId, '/approve'), decision),
  reject: (
    releaseId: string,
    decision: { fence: number; clauses: readonly string[]; note: string },
  ) => request<Release>('POST', release(releaseId, '/reject'), decision),
  withdraw: (releaseId: string) => request<Release>('POST', release(releaseId, '/withdraw'), {}),
  launch: (releaseId: string) => request<Release>('POST', release(releaseId, '/launch'), {}),
  passFiling: (releaseId: string, note: string) =>
    request<Release>('POST', release(releaseId, '/filing/pass'), { note }),
  rejectFiling: (releaseId: string, decision: { clauses: readonly string[]; note: string }) =>
    request<Release>('POST', release(releaseId, '/filing/reject'), decision),
  orderTakedown: (releaseId: string, order: { note: string; deadlineAt: number }) =>
    request<Release>('POST', release(releaseId, '/takedown-order'), order),
  takeDown: (releaseId: string) => request<Release>('POST', release(releaseId, '/taken-down'), {}),

  checkText: (draft: CheckDraft) => request<TextCheck>('POST', '/v1/checks', draft),
  findDecidedCases: (query: { appid?: string | undefined; cursor?: string | undefined }) =>
    request<Page<Case>>('GET', withQuery('/v1/cases', { state: 'decided', ...query })),
  getCase: (caseId: string) => request<WholeCase>('GET', humanCase(caseId)),
  proposeChange: (caseId: string, change: ListChange) =>
    request<Proposal>('POST', humanCase(caseId, '/proposals'), change),
  findProposals: () => request<Page<Proposal>>('GET', '/v1/proposals?open=true'),
  answerProposal: (proposalId: string, answer: 'agree' | 'refuse') =>
    request<Proposal>('POST', `/v1/proposals/${id(proposalId)}/${answer}`),

  findTerms: () => request<Lexicon>('GET', '/v1/terms'),
  createTerm: (draft: Omit<TermEntry, 'id'>) => request<TermEntry>('POST', '/v1/terms', draft),
  removeTerm: (termId: string) => request<null>('DELETE', `/v1/terms/${id(termId)}`),

  getClock: () => request<Clock>('GET', '/v1/clock'),
  advanceClock: (byMs: number) => request<Clock>('POST', '/v1/clock/advance', { byMs }),
}
