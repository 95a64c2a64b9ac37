/** Apps, their secrets, and the ledger of categories that completed filing. */

import type { Category, Subject } from '@fangxing/contract'

export interface App {
  readonly appid: string
  readonly name: string
  readonly subject: Subject
  readonly categories: readonly Category[]
  /** The release that people use: launched, or ordered down and not yet down. */
  readonly liveReleaseId: string | null
  readonly createdAt: number
}

export interface AppDraft {
  /** Made here when absent: `fx` and 16 hexadecimal digits. */
  readonly appid?: string | undefined
  readonly name: string
  readonly subject: Subject
  readonly categories: readonly Category[]
}

export interface AppChanges {
  readonly name?: string | undefined
  readonly subject?: Subject | undefined
  readonly categories?: readonly Category[] | undefined
}

export interface Apps {
  /** The secret is shown once: only its hash is kept. Throws APP_ALREADY_EXISTS. */
  create(
    draft: AppDraft,
    now: number,
    /** Without one nobody but reviewers and operators sees the app. */
    ownerId?: string,
  ): Promise<{ readonly app: App; readonly secret: string }>
  find(appid: string): Promise<App | null>
  /** Those of them that exist, in order of appid. */
  findMany(appids: readonly string[]): Promise<readonly App[]>
  /** In order of appid, all of them: a platform has thousands of apps at most. */
  list(): Promise<readonly App[]>
  /** Throws APP_NOT_FOUND. */
  change(appid: string, changes: AppChanges): Promise<App>
  /** A fresh secret; every access token of the app ends with the former one. Throws APP_NOT_FOUND. */
  renewSecret(appid: string): Promise<string>
  hasSecret(appid: string, secret: string): Promise<boolean>
}

/** A category that completed filing: a later version that touches only such ones is not filed again. */
export interface LedgerEntry {
  readonly category: Category
  readonly releaseId: string
  readonly completedAt: number
}

/** Written by `releases.append`, as the events' effects say; read-only here. */
export interface Ledger {
  /** In order of completion. */
  list(appid: string): Promise<readonly LedgerEntry[]>
}
