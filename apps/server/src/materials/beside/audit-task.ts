/** What is said between the server and the process that audits one material. */

import type { SeenMaterial } from '@fangxing/assessment'
import type { AppError, SeenClip, SeenPicture } from '@fangxing/contract'
import type { DeclaredAnswer } from '@fangxing/page'
import type { AuditProgress, DocumentRow, PlateDraft } from '@fangxing/storage'
import type { DocumentMarks } from '@fangxing/text'
import type { ListedTerms } from '../../assessor/index.ts'
import type { GivenOpinions } from '../../opinions/index.ts'
import type { Seeker } from '../corpus.ts'
import type { MaterialForm } from '../material-form.ts'
import type { MaterialReport } from '../report/index.ts'

/** As it was handed in; the zip is opened by who audits. */
export type HandedInSource =
  | { readonly kind: 'article'; readonly archive: Uint8Array | null }
  | { readonly kind: 'address'; readonly address: string }
  | {
      readonly kind: 'page'
      readonly entry: string
      readonly archive: Uint8Array
      /** What servers answer, where it is a page of a mini-program. */
      readonly answers?: readonly DeclaredAnswer[] | undefined
    }

export interface AuditTask {
  readonly name: string
  readonly source: HandedInSource
  readonly form: MaterialForm
  readonly profile: string
  readonly auditedAt: number
  readonly terms: ListedTerms
  readonly seeker: Seeker
  /** Networks that may be reached besides the public internet. */
  readonly networks: readonly string[]
}

export interface AuditFound {
  readonly report: MaterialReport
  readonly plates: readonly PlateDraft[]
  /** As documents are marked; null when there is no text. */
  readonly marks: DocumentMarks | null
}

/** What the process asks the server for, with the answer to each. */
export interface Errands {
  picture(input: { name: string; bytes: Uint8Array }): Promise<LookedAt<SeenPicture>>
  clip(input: { name: string; bytes: Uint8Array }): Promise<LookedAt<SeenClip>>
  candidates(wish: { bands: Int32Array; most: number }): Promise<readonly DocumentRow[]>
  sharing(wish: {
    passages: Int32Array
    least: number
    most: number
  }): Promise<readonly DocumentRow[]>
  texts(numbers: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** Null: no model is configured. Its key stays with the server. */
  opinions(seen: SeenMaterial): Promise<(GivenOpinions & { readonly edition: string }) | null>
}

export interface LookedAt<Seen> {
  readonly seen: Seen
  readonly edition: string
}

export type ErrandName = keyof Errands

export type FromAudit =
  | {
      readonly kind: 'errand'
      readonly id: number
      readonly name: ErrandName
      readonly wish: unknown
    }
  | { readonly kind: 'progress'; readonly progress: AuditProgress }
  | { readonly kind: 'found'; readonly found: AuditFound }
  | {
      readonly kind: 'refused'
      readonly code: AppError['code']
      readonly details: AppError['details']
    }
  | { readonly kind: 'fault'; readonly said: string }

export type ToAudit =
  | { readonly kind: 'task'; readonly task: AuditTask }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'noAnswer'; readonly id: number; readonly said: string }
