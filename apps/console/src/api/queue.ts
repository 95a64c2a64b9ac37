/** Every call of the reviewer's desk, one function each. */

import type {
  Corrected,
  DeskReviewer,
  DeskSettings,
  GoldenTask,
  ItemDecision,
  MyDesk,
  NextItem,
  QualityReport,
  QueuePage,
  QueueState,
  QueueWish,
  SavedFilter,
  Shield,
  WholeItem,
} from './queue-types.ts'
import { request, withQuery } from './request.ts'
import type { Items, Page, Release } from './types.ts'

const item = (id: string, rest = '') => `/v1/desk/items/${encodeURIComponent(id)}${rest}`

const release = (id: string, rest: string) => `/v1/releases/${encodeURIComponent(id)}${rest}`

export interface QueueQuery extends QueueWish {
  readonly state: QueueState
  readonly cursor?: string | undefined
}

export const queueApi = {
  findQueue: ({ kinds = [], labels = [], ...rest }: QueueQuery) =>
    request<QueuePage>(
      'GET',
      withQuery('/v1/desk/queue', {
        ...rest,
        kinds: kinds.join(',') || undefined,
        labels: labels.join(',') || undefined,
      }),
    ),
  takeNext: (wish: QueueWish) => request<NextItem>('POST', '/v1/desk/next', wish),
  getItem: (id: string) => request<WholeItem>('GET', item(id)),
  claim: (id: string) => request<{ fence: number; expiresAt: number }>('POST', item(id, '/claim')),
  giveBack: (id: string) => request<null>('DELETE', item(id, '/claim')),
  decide: (id: string, decision: ItemDecision) =>
    request<null>('POST', item(id, '/decision'), decision),
  putAside: (id: string, aside: { kind: 'skip' | 'hold' | 'escalate'; note: string }) =>
    request<null>('POST', item(id, '/aside'), aside),
  endHold: (id: string) => request<null>('DELETE', item(id, '/aside')),

  dismissAppeal: (
    releaseId: string,
    answer: { fence: number; clauses: readonly string[]; note: string },
  ) => request<Release>('POST', release(releaseId, '/appeal/dismiss'), answer),
  reverseRejection: (releaseId: string, answer: { fence: number; note: string }) =>
    request<Release>('POST', release(releaseId, '/appeal/reverse'), answer),

  getMine: () => request<MyDesk>('GET', '/v1/desk/me'),
  changeMine: (change: { filters?: readonly SavedFilter[]; shield?: Partial<Shield> }) =>
    request<MyDesk>('PUT', '/v1/desk/me', change),

  getQuality: (from: number) =>
    request<QualityReport>('GET', withQuery('/v1/desk/quality', { from })),
  findCorrected: (cursor?: string) =>
    request<Page<Corrected>>('GET', withQuery('/v1/desk/corrected', { cursor })),
  getSettings: () => request<DeskSettings>('GET', '/v1/desk/policy'),
  changeSettings: (settings: DeskSettings) =>
    request<DeskSettings>('PUT', '/v1/desk/policy', settings),
  findReviewers: () => request<Items<DeskReviewer>>('GET', '/v1/desk/people'),
  setSkills: (userId: string, skills: readonly string[]) =>
    request<Items<DeskReviewer>>('PUT', `/v1/desk/people/${encodeURIComponent(userId)}`, {
      skills,
    }),
  findGolden: () => request<Items<GoldenTask>>('GET', '/v1/desk/golden'),
  addGolden: (caseId: string) => request<GoldenTask>('POST', '/v1/desk/golden', { caseId }),
  retireGolden: (id: string) =>
    request<null>('DELETE', `/v1/desk/golden/${encodeURIComponent(id)}`),
}

/** What must still be sent while the window closes; nobody waits for the answer. */
export function sendAtLeaving(method: 'POST' | 'DELETE', path: string, body?: unknown): void {
  void fetch(path, {
    method,
    keepalive: true,
    credentials: 'same-origin',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {})
}

export const itemPath = item
