/**
 * The shape of a fact about a picture: what it costs, what it needs, and how it is measured.
 *
 * A measure answers with the fields of `SeenPicture` that it fills, or with one sentence saying why
 * it cannot. It may reject: its fact is then missing, and the others are measured all the same.
 */

import type { KnownPicture, SeenHash, SeenPicture, Wording } from '@fangxing/contract'
import type { DecodedPicture } from '../picture/decode.ts'
import type { PictureModels } from './picture-models.ts'

/** Each is also the name of the field that it fills. */
export type PictureFact =
  | 'quality'
  | 'hash'
  | 'variants'
  | 'known'
  | 'table'
  | 'codes'
  | 'classes'
  | 'words'
  | 'wordShare'
  | 'watermarks'
  | 'answers'

/** What can be seen of a picture, without its name and what is missing. */
export type PictureFields = Partial<Omit<SeenPicture, 'name' | 'sha256' | 'missing'>>

export type Measured =
  | { readonly kind: 'seen'; readonly fields: PictureFields }
  | { readonly kind: 'missing'; readonly because: Wording }

/** Pictures that somebody labelled, looked up by hash. */
export interface KnownPictures {
  find(hash: SeenHash): readonly KnownPicture[]
}

/** What a measure may use beside the pixels. */
export interface PictureTools {
  /** What the facts before this one saw. */
  readonly seen: PictureFields
  readonly models: PictureModels
  readonly bank?: KnownPictures
  readonly signal?: AbortSignal
}

export interface PictureMeasure {
  readonly fact: PictureFact
  /** Milliseconds of one core for a picture of two megapixels, roughly: the order is what matters. */
  readonly cost: number
  /** Facts that have to be seen first; they are measured although nobody asked for them. */
  readonly needs: readonly PictureFact[]
  measure(picture: DecodedPicture, tools: PictureTools): Promise<Measured> | Measured
}

export function seenAs(fields: PictureFields): Measured {
  return { kind: 'seen', fields }
}

export function notHad(because: Wording): Measured {
  return { kind: 'missing', because }
}
