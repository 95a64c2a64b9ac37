/**
 * The media engine of this process, started when the first picture or clip comes.
 *
 * What looks at media runs in processes of its own: a file that ends one ends nothing else.
 */

import { type KnownPictures, type MediaPool, startMediaPool } from '@fangxing/media'
import type { MediaSettings } from './media-settings.ts'

export type Looking = Pick<MediaPool, 'picture' | 'clip' | 'edition'>

export interface MediaEngine {
  /** Starts it, the first time, with the bank that pictures are looked up in; again where that failed. */
  open(bank: KnownPictures): Promise<Looking>
  close(): Promise<void>
}

export function openMediaEngine(settings: MediaSettings = {}): MediaEngine {
  let pool: Promise<MediaPool> | null = null
  return {
    open(bank) {
      pool ??= startMediaPool({ ...settings, bank }).catch((error) => {
        pool = null
        throw error
      })
      return pool
    },
    async close() {
      const started = await pool?.catch(() => null)
      pool = null
      await started?.close()
    },
  }
}
