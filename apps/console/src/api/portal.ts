/** The calls of the developer portal: apps and their members, callbacks, usage, steps of a version. */

import type { Category } from '@fangxing/contract'
import type {
  CallbackChanges,
  Callbacks,
  CheckRow,
  CheckWhole,
  ContactAnswer,
  Delivery,
  FilingPlan,
  MadeSecrets,
  MemberPart,
  Members,
  Notice,
  Quotas,
  RollBackTarget,
  Standing,
  TokenAccess,
  Usage,
} from './portal-types.ts'
import { request, withQuery } from './request.ts'
import type { Items, Page, Release, TextCheck, WholeCase } from './types.ts'

const id = encodeURIComponent
const app = (appid: string, rest = '') => `/v1/apps/${id(appid)}${rest}`
const release = (releaseId: string, rest = '') => `/v1/releases/${id(releaseId)}${rest}`

export interface CheckQuery {
  readonly appid: string
  readonly suggest?: TextCheck['suggest'] | undefined
  readonly writer?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number
}

export interface NoticeQuery {
  readonly appid?: string | undefined
  readonly unread?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit?: number
}

/** Steps of a developer that need a sentence or less. */
export type StepPath =
  | 'appeal'
  | 'expedite'
  | 'grey-launch'
  | 'grey-launch/cancel'
  | 'roll-back'
  | 'rectified'
  | 'filing/supply-material'

export const portal = {
  findStandings: (appids: readonly string[]) =>
    request<Items<Standing>>('GET', withQuery('/v1/standings', { appids: appids.join(',') })),

  findMembers: (appid: string) => request<Members>('GET', app(appid, '/members')),
  addMember: (appid: string, invitation: { name: string; part: MemberPart }) =>
    request<Members>('POST', app(appid, '/members'), invitation),
  removeMember: (appid: string, userId: string) =>
    request<Members>('DELETE', app(appid, `/members/${id(userId)}`)),
  handOver: (appid: string, userId: string) =>
    request<Members>('POST', app(appid, '/hand-over'), { userId }),

  planOf: (releaseId: string) => request<FilingPlan>('GET', release(releaseId, '/plan')),
  planFor: (appid: string, releaseId: string, categories: readonly Category[]) =>
    request<FilingPlan>('POST', app(appid, '/filing-plan'), { releaseId, categories }),
  getQuotas: (appid: string) => request<Quotas>('GET', app(appid, '/quotas')),
  findRollBackTargets: (releaseId: string) =>
    request<Items<RollBackTarget>>('GET', release(releaseId, '/roll-back-targets')),
  takeStep: (releaseId: string, path: StepPath, body: object) =>
    request<Release>('POST', release(releaseId, `/${path}`), body),

  takeContactCode: (releaseId: string) =>
    request<{ code: string; expiresAt: number }>('POST', release(releaseId, '/contact-codes'), {}),
  checkContactCode: (releaseId: string, heard: string) =>
    request<ContactAnswer>('POST', release(releaseId, '/contact-codes/check'), { heard }),

  findNotices: ({ unread, ...query }: NoticeQuery) =>
    request<Page<Notice>>(
      'GET',
      withQuery('/v1/notices', { ...query, unread: unread ? 'true' : undefined }),
    ),
  readNotice: (noticeId: string) => request<Notice>('POST', `/v1/notices/${id(noticeId)}/read`, {}),

  readAllNotices: (appid: string | undefined) =>
    request<null>('POST', '/v1/notices/read-all', appid === undefined ? {} : { appid }),

  getCallbacks: (appid: string) => request<Callbacks>('GET', app(appid, '/callbacks')),
  setCallbacks: (appid: string, changes: CallbackChanges) =>
    request<{ callbacks: Callbacks; secrets: MadeSecrets }>(
      'PUT',
      app(appid, '/callbacks'),
      changes,
    ),
  testCallbacks: (appid: string) => request<unknown>('POST', app(appid, '/callbacks/test'), {}),
  findDeliveries: (appid: string, cursor?: string) =>
    request<Page<Delivery>>('GET', withQuery(app(appid, '/deliveries'), { cursor, limit: 20 })),
  redrive: (deliveryId: string) =>
    request<Delivery>('POST', `/v1/deliveries/${id(deliveryId)}/redrive`, {}),
  getTokenAccess: (appid: string) => request<TokenAccess>('GET', app(appid, '/token-access')),
  setTokenAccess: (appid: string, access: TokenAccess) =>
    request<TokenAccess>('PUT', app(appid, '/token-access'), access),

  getUsage: (appid: string, days: number) =>
    request<Usage>('GET', withQuery(app(appid, '/usage'), { days })),
  findChecks: (query: CheckQuery) =>
    request<Page<CheckRow>>('GET', withQuery('/v1/checks', { ...query })),
  getCheck: (checkId: string) => request<CheckWhole>('GET', `/v1/checks/${id(checkId)}`),
  getCase: (checkId: string) => request<WholeCase>('GET', `/v1/cases/${id(checkId)}`),
}
