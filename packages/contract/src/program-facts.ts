/**
 * What reading a mini-program's source can show. Only what is registered and reachable counts.
 *
 * Lists are in file order, then by line. Nothing here says whether it is allowed.
 */

import type { FilePlace } from './place.ts'
import type { Wording } from './wording.ts'

/** A page registered in `app.json`. */
export interface SeenPage {
  readonly path: string
  /** From the page's `navigationBarTitleText`, empty when it has none. */
  readonly title: string
  /** False when the page is registered but its template or script is not in the package. */
  readonly exists: boolean
  /** The line of `app.json` (or its cousin) that registers it. */
  readonly place: FilePlace
}

/** An element of a registered page or of a component that such a page reaches. */
export interface SeenElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly place: FilePlace
}

/** A call of the platform's API, e.g. `wx.chooseMedia` or `cloud.openapi.security.msgSecCheck`. */
export interface ApiCall {
  readonly name: string
  readonly place: FilePlace
}

/** A host that the program sends to or loads from. */
export interface SeenHost {
  readonly host: string
  readonly place: FilePlace
}

/** What a user can put in through an entry. */
export type PublishMedium = 'text' | 'picture' | 'video' | 'audio' | 'nickname' | 'avatar' | 'live'

/**
 * Whether a content check stands on the way from an entry to other people.
 *
 * `unknown` is an answer: the content leaves for a host whose code is not in the package.
 */
export type Guard =
  | { readonly kind: 'guarded'; readonly by: FilePlace }
  | { readonly kind: 'platform' }
  | { readonly kind: 'unguarded' }
  | { readonly kind: 'ineffective'; readonly because: Wording; readonly by: FilePlace }
  | { readonly kind: 'unknown'; readonly because: Wording; readonly claim?: Claim }

/** What a team says that its own back end does. Nobody has proved it. */
export interface Claim {
  /** In the words of the team: `发布前调用 msgSecCheck`. */
  readonly says: string
  readonly place: FilePlace
}

/** A place where users can publish. */
export interface PublishEntry {
  readonly medium: PublishMedium
  /** The registered page that shows it. */
  readonly page: string
  readonly place: FilePlace
  readonly guard: Guard
}

/** A call of a content-safety API that a registered page or a cloud function reaches. */
export interface ContentCheck {
  readonly api: 'msgSecCheck' | 'imgSecCheck' | 'mediaCheckAsync'
  /** 2 when the call passes `version: 2`, 1 for the frozen shape. */
  readonly version: 1 | 2
  readonly place: FilePlace
}

/** What `app.json` declares. */
export interface ProgramManifest {
  readonly platform: 'wechat' | 'baidu'
  readonly requiredPrivateInfos: readonly string[]
  readonly requiredBackgroundModes: readonly string[]
  readonly plugins: readonly string[]
  readonly place: FilePlace
}

/** A file that could not be read or parsed; everything else was still read. */
export interface UnreadableFile {
  readonly file: string
  readonly because: Wording
}

/** The bytes of a mini-program package by path relative to its root, `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>
