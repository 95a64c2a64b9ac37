/**
 * The facts that can be asked about a picture, cheapest first.
 *
 * One row per fact: what it costs, what it needs, and the function that measures it. A row answers
 * with the fields of `SeenPicture` that it fills, or with one sentence saying why it cannot.
 */

import type { KnownPicture, SeenPicture, Wording } from '@fangxing/contract'
import type { DecodedPicture } from '../picture/decode.ts'
import type { PictureModels } from './picture-models.ts'

export type PictureFact =
  | 'quality'
  | 'hash'
  | 'known'
  | 'table'
  | 'codes'
  | 'classes'
  | 'words'
  | 'wordShare'
  | 'watermarks'
  | 'answers'

/** The fields a fact fills, never its `missing`. */
export type PictureFields = Partial<Omit<SeenPicture, 'name' | 'sha256' | 'missing'>>

export type Measured =
  | { readonly kind: 'seen'; readonly fields: PictureFields }
  | { readonly kind: 'missing'; readonly because: Wording }

/** Pictures that somebody labelled, looked up by hash. */
export interface KnownPictures {
  find(hash: { readonly bits: string; readonly quality: number }): readonly KnownPicture[]
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

const knownPictures: PictureMeasure = {
  fact: 'known',
  cost: 3,
  needs: ['hash'],
  measure(_picture, { seen, bank }) {
    if (!bank) return notHad(NO_BANK)
    return seen.hash ? seenAs({ known: bank.find(seen.hash) }) : notHad(NO_HASH)
  },
}

const NO_BANK: Wording = {
  zh: '没有配置已知图片库',
  en: 'no bank of known pictures is configured',
}

const NO_HASH: Wording = {
  zh: '这张图片没有可用的指纹',
  en: 'the picture has no hash',
}

/** Every fact, by cost. */
export const PICTURE_MEASURES: readonly PictureMeasure[] = [knownPictures].toSorted(
  (one, other) => one.cost - other.cost,
)

/** What is asked for when the caller names nothing: all that this machine can tell by itself. */
export const LOCAL_FACTS: readonly PictureFact[] = [
  'quality',
  'hash',
  'table',
  'codes',
  'classes',
  'words',
  'wordShare',
  'watermarks',
]
