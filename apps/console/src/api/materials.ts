/** The calls and shapes of materials, by hand from the API's description. */

import type { Box, Outcome, Severity, Verdict, Wording } from '@fangxing/contract'
import { answerLanguage, readAnswer, request, withQuery } from './request.ts'
import type { Claim, Page } from './types.ts'

export const MATERIAL_STATES = [
  'waiting',
  'review',
  'passed',
  'rejected',
  'failed',
  'withdrawn',
] as const
export type MaterialState = (typeof MATERIAL_STATES)[number]

export interface Material {
  readonly id: string
  readonly appid: string
  readonly clientId: string | null
  readonly name: string
  readonly kind: 'article' | 'address' | 'page'
  readonly address: string | null
  readonly profile: string
  readonly state: MaterialState
  readonly everyHours: number | null
  readonly auditedAt: number
  readonly createdAt: number
}

export interface ClauseChange {
  readonly clauseId: string
  readonly direction: 'worse' | 'better' | 'other'
  readonly before: Outcome['kind'] | null
  readonly after: Outcome['kind'] | null
}

export interface MaterialAudit {
  readonly id: string
  readonly nth: number
  readonly cause: 'submitted' | 'changed' | 'asked' | 'schedule'
  readonly requestedAt: number
  readonly progress: { readonly step: Wording; readonly done: number; readonly all: number } | null
  readonly verdict: Verdict | null
  readonly changes: readonly ClauseChange[] | null
  readonly trouble: { readonly code: string } | null
  /** Null while it runs. */
  readonly settledAt: number | null
}

export interface RowAnswer {
  readonly clauseId: string
  readonly finding: 'pass' | 'violation' | 'inapplicable'
  readonly remark: string
}

export interface MaterialCase {
  readonly id: string
  readonly materialId: string
  readonly round: 'first' | 'appeal'
  /** Of an appeal, in the words of the app. */
  readonly reason: string | null
  readonly openedAt: number
  readonly closedAt: number | null
  readonly claim: Claim | null
  readonly decision: {
    readonly verdict: 'pass' | 'reject'
    readonly note: string
    readonly at: number
    readonly by?: string
  } | null
}

export interface WholeMaterial extends Material {
  readonly lastAudit: MaterialAudit | null
  /** Newest first. */
  readonly cases: readonly MaterialCase[]
  readonly canAppeal: boolean
}

export interface ClauseRow {
  readonly clauseId: string
  readonly words: Wording
  readonly weight: Severity
  readonly outcome: Outcome
  readonly fix: Wording | null
  readonly isAsked: boolean
  /** Asked, and nothing that was said before counts. */
  readonly isOpen: boolean
  readonly answer: RowAnswer | null
}

export interface Plate {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly path: string
  readonly boxes: readonly {
    readonly clauseId: string
    readonly kind: Outcome['kind']
    readonly box: Box
  }[]
}

export interface MaterialReport {
  readonly nth: number
  readonly verdict: Verdict
  readonly edition: string
  readonly profile: string
  readonly notes: readonly Wording[]
  readonly title: string | null
  readonly body: string
  readonly rows: readonly ClauseRow[]
  readonly plates: readonly Plate[]
}

export interface WaitingMaterials extends Page<MaterialCase & { readonly name: string }> {
  readonly waiting: number
}

export interface ArticleDraft {
  readonly appid: string
  readonly address?: string | undefined
  readonly form: {
    readonly title?: string | undefined
    readonly blocks?: readonly { readonly kind: 'paragraph'; readonly text: string }[]
  }
  readonly everyHours?: number | null | undefined
}

export interface PageUpload {
  readonly appid: string
  readonly title?: string | undefined
  readonly file: File
  readonly everyHours?: number | null | undefined
}

interface HandedIn {
  readonly material: Material
}

const one = (id: string, rest = '') => `/v1/materials/${encodeURIComponent(id)}${rest}`
const caseOf = (id: string, rest = '') => `/v1/material-cases/${encodeURIComponent(id)}${rest}`

export const materialApi = {
  find: (query: { state?: string | undefined; cursor?: string | undefined }) =>
    request<Page<Material>>('GET', withQuery('/v1/materials', query)),
  get: (id: string) => request<WholeMaterial>('GET', one(id)),
  getReport: (id: string, nth?: number) =>
    request<MaterialReport>('GET', withQuery(one(id, '/report'), { nth })),
  findAudits: (id: string) => request<Page<MaterialAudit>>('GET', one(id, '/audits')),
  handIn: (draft: ArticleDraft) => request<HandedIn>('POST', '/v1/materials', draft),
  handInPage,
  auditAgain: (id: string) => request<MaterialAudit>('POST', one(id, '/audits'), {}),
  appeal: (id: string, reason: string) =>
    request<MaterialCase>('POST', one(id, '/appeal'), { reason }),

  findWaiting: () => request<WaitingMaterials>('GET', '/v1/material-cases'),
  claimNext: () =>
    request<{ case: MaterialCase | null; fence: number | null }>(
      'POST',
      '/v1/material-cases/claim-next',
      {},
    ),
  claim: (caseId: string) =>
    request<{ fence: number; expiresAt: number }>('POST', caseOf(caseId, '/claim')),
  giveBack: (caseId: string) => request<null>('DELETE', caseOf(caseId, '/claim')),
  decide: (
    caseId: string,
    decision: { fence: number; answers: readonly RowAnswer[]; note: string },
  ) => request<MaterialCase>('POST', caseOf(caseId, '/decision'), decision),
}

/** Where the report can be read or taken along as one file. */
export function reportPath(id: string, nth: number, format: 'html' | 'sarif'): string {
  return withQuery(one(id, '/report'), { nth, format })
}

async function handInPage({ appid, title, file, everyHours }: PageUpload): Promise<HandedIn> {
  const form = new FormData()
  // Fields go before the file: the server reads the body as a stream.
  form.set('appid', appid)
  form.set('name', title ?? file.name)
  form.set('manifest', JSON.stringify(title === undefined ? {} : { title }))
  if (typeof everyHours === 'number') form.set('everyHours', String(everyHours))
  form.set('package', file, file.name)
  const response = await fetch('/v1/materials', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'accept-language': answerLanguage() },
    body: form,
  })
  return readAnswer<HandedIn>(response.status, await response.text())
}
