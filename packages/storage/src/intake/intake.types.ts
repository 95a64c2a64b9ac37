/**
 * What a submission brings along: media, templates, and categories that an app asks for.
 *
 * Media live until `validUntil`, or as long as the instance once they were handed in with a
 * submission or a category.
 */

import type { Category } from '@fangxing/contract'
import type { PushDraft } from '../outbox/outbox.types.ts'

export interface Media {
  readonly id: string
  readonly appid: string
  /** `sound`: of a case, for a person to listen to; never handed in. */
  readonly kind: 'image' | 'video' | 'sound'
  /** The registered media type, e.g. `image/png`. */
  readonly type: string
  readonly bytes: number
  readonly createdAt: number
  readonly validUntil: number
}

export interface MediaDraft {
  readonly appid: string
  readonly kind: Media['kind']
  readonly type: string
  readonly content: Uint8Array
  readonly validUntil: number
}

/** `preview` shows the version, `feedback` answers the rejection before it. */
export type MediaPurpose = 'preview' | 'feedback'

export interface MediaUse {
  readonly mediaId: string
  readonly purpose: MediaPurpose
}

export interface HandedInMedia {
  readonly auditId: number
  /** In the order in which they are to be shown. */
  readonly uses: readonly MediaUse[]
}

export interface MediaShelf {
  keep(draft: MediaDraft, now: number): Promise<Media>
  /** Changes its end, unless it was handed in: earlier forgets it sooner. */
  keepUntil(id: string, validUntil: number): Promise<void>
  find(id: string): Promise<Media | null>
  /** Those of the app, among these ids, that can still be handed in at `now`. */
  findUsable(appid: string, ids: readonly string[], now: number): Promise<readonly Media[]>
  content(id: string): Promise<Uint8Array | null>
  /** Forgets what nobody handed in and whose time is over; how many. */
  forget(now: number): Promise<number>
  /** What was handed in with a submission, in order. */
  ofSubmission(auditId: number): Promise<readonly (Media & { readonly purpose: MediaPurpose })[]>
  /** The ids of the releases that it was handed in with. */
  releasesWith(id: string): Promise<readonly string[]>
}

/** A package that other apps may be made from. The number is what clients call `template_id`. */
export interface Template {
  readonly id: number
  readonly releaseId: string
  readonly version: string
  readonly description: string
  readonly createdBy: string
  readonly createdAt: number
}

export interface Templates {
  add(draft: Omit<Template, 'id' | 'createdAt'>, now: number): Promise<Template>
  find(id: number): Promise<Template | null>
  /** Newest first. */
  list(): Promise<readonly Template[]>
  /** False when there is none. Releases made from it stay. */
  remove(id: number, now: number): Promise<boolean>
}

export interface Certificate {
  readonly name: string
  readonly mediaId: string
  /** Null: it does not end. */
  readonly expiresAt: number | null
}

export interface CategoryRequest {
  readonly id: number
  readonly appid: string
  readonly category: Category
  readonly status: 'reviewing' | 'rejected' | 'passed'
  /** Of a rejection, for the developer. */
  readonly reason: string
  readonly certificates: readonly Certificate[]
  readonly requestedAt: number
  readonly decidedAt: number | null
  readonly decidedBy: string | null
}

/** What an app holds and has asked for, at the moment in which nothing else can change it. */
export interface HeldCategories {
  /** Registered for the app, whoever registered them. */
  readonly categories: readonly Category[]
  /** Not ended; a `passed` one whose category is not registered any more counts for nothing. */
  readonly requests: readonly CategoryRequest[]
  /** When the app asked for a category, ended requests included, oldest first. */
  readonly requestedAt: readonly number[]
}

export interface CategoryChange {
  readonly ask?: readonly Pick<CategoryRequest, 'category' | 'certificates' | 'status'>[]
  /** Sends a rejected request in again. */
  readonly askAgain?: Pick<CategoryRequest, 'id' | 'certificates'>
  /** Gives a category back, whatever stands with it. */
  readonly giveBack?: Category
}

export interface CategoryDecision {
  readonly status: 'rejected' | 'passed'
  readonly reason: string
  readonly decidedBy: string
}

export interface CategoryRequests {
  /** Throws APP_NOT_FOUND. */
  held(appid: string): Promise<HeldCategories>
  /** Locks the app while `choose` decides; what it throws undoes everything. Throws APP_NOT_FOUND. */
  change(
    appid: string,
    choose: (held: HeldCategories) => CategoryChange,
    now: number,
  ): Promise<void>
  /** Oldest first, of all apps. */
  waiting(): Promise<readonly CategoryRequest[]>
  /**
   * A passed one is registered, and the app's WeChat callback told, in the same step. Null when no
   * such request is being reviewed.
   */
  decide(
    id: number,
    decision: CategoryDecision,
    now: number,
    tell?: (decided: CategoryRequest) => PushDraft,
  ): Promise<CategoryRequest | null>
}
