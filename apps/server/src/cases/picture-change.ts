/**
 * What a settled picture teaches the bank: that it, and what looks like it, is known from now on.
 *
 * A deny entry stops near copies, also cropped a little or mirrored; an allow entry silences estimates about the very picture. Where
 * both are known, deny counts, until an operator takes it out of the bank.
 */

import type { SeenPicture } from '@fangxing/contract'
import { TRUSTED_HASH_QUALITY } from '@fangxing/media'
import type { PictureChange } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

export type WantedPicture = Omit<PictureChange, 'bits' | 'variants'>

/**
 * Of a picture that was kept, the hashes under which it is also found cropped or mirrored; none when
 * it is gone or cannot be read. Looked at in a process of its own.
 */
export async function findVariants(ports: Ports, mediaId: string): Promise<readonly string[]> {
  const bytes = await ports.storage.media.content(mediaId)
  if (bytes === null) return []
  const engine = await ports.media.open(ports.pictureBank)
  const { variants = [] } = await engine.picture({ name: mediaId, bytes }, { wanted: ['variants'] })
  return variants.map(({ bits }) => bits)
}

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
