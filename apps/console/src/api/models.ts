/** The text model on the wire: its editions, and trying one on stored checks. */

import type { Label } from '@fangxing/contract'
import type { BackTest } from './operate-types.ts'
import { request, withQuery } from './request.ts'

export interface ModelFigures {
  readonly sampleCount: number
  readonly labels: readonly {
    readonly label: Label
    readonly sampleCount: number
    readonly rightBefore: number
    readonly rightAfter: number
  }[]
  readonly macroF1Before: number
  readonly macroF1After: number
}

export interface ModelEdition {
  readonly number: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  readonly restores: number | null
  /** Null: the shipped model alone. */
  readonly edition: string | null
  readonly figures: ModelFigures | null
}

export interface ModelEditions {
  readonly items: readonly ModelEdition[]
  readonly nextCursor: string | null
  readonly shipped: string
  readonly live: {
    readonly number: number
    readonly edition: string
    /** False: it was learned upon another shipped model. */
    readonly isApplied: boolean
  }
}

export type ModelTry = BackTest & { readonly live: string; readonly candidate: string }

export const models = {
  find: (cursor: string | undefined) =>
    request<ModelEditions>('GET', withQuery('/v1/text-models', { cursor })),
  /** `adjustment`: the file that was trained, parsed. */
  attempt: (adjustment: unknown) =>
    request<ModelTry>('POST', '/v1/text-models/try', { adjustment }),
  publish: (adjustment: unknown, note: string) =>
    request<ModelEdition>('POST', '/v1/text-models', { adjustment, ...(note ? { note } : {}) }),
  rollBack: (number: number) =>
    request<ModelEdition>('POST', `/v1/text-models/${number}/roll-back`, {}),
}
