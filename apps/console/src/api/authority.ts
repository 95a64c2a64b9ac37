/** The calls of the authority's desk. */

import { request, withQuery } from './request.ts'
import type { Items, Page, Release } from './types.ts'

export interface DeskQuery {
  readonly state?: string | undefined
  readonly cursor?: string | undefined
}

/** What came with a submission: a picture or a recording. */
export interface SubmittedMedia {
  readonly id: string
  readonly type: string
  readonly bytes: number
}

const id = encodeURIComponent

export const authority = {
  findCases: (query: DeskQuery) =>
    request<Page<Release>>('GET', withQuery('/v1/desk/cases', { ...query, order: 'due' })),
  take: (releaseId: string, path: string, body: object) =>
    request<Release>('POST', `/v1/releases/${id(releaseId)}/${path}`, body),
  findMedia: (releaseId: string) =>
    request<Items<SubmittedMedia>>('GET', `/v1/releases/${id(releaseId)}/media`),
}
