/**
 * What a settled picture teaches the bank: that it, and what looks like it, is known from now on.
 *
 * A deny entry stops near copies; an allow entry silences estimates about the very picture. Where
 * both are known, deny counts, until an operator takes it out of the bank.
 */

import type { SeenPicture } from '@fangxing/contract'
import { TRUSTED_HASH_QUALITY } from '@fangxing/media'
import type { PictureChange } from '@fangxing/storage'

export type WantedPicture = Omit<PictureChange, 'bits'>

/** Null when the record is of no picture, or of one too plain to be told from others. */
export function findTrustedHash(evidence: unknown): string | null {
  const { seen } = (evidence ?? {}) as { readonly seen?: Partial<SeenPicture> }
  const hash = seen?.hash
  return hash !== undefined && hash.quality >= TRUSTED_HASH_QUALITY ? hash.bits : null
}

export const NO_HASH = {
  zh: '这张图片没有可用的指纹，无法认出它。',
  en: 'The picture has no hash by which it could be known again.',
}
