/**
 * The media engine of this process, started when the first picture or clip comes.
 *
 * What looks at media runs in processes of its own: a file that ends one ends nothing else. A bank of
 * known pictures is always there, be it empty, so that “not known” is an answer.
 */

import { type MediaPool, type MediaPoolSettings, startMediaPool } from '@fangxing/media'

export type Looking = Pick<MediaPool, 'picture' | 'clip' | 'edition'>

export interface MediaEngine {
  /** Starts it, the first time. */
  open(): Promise<Looking>
  close(): Promise<void>
}

const EMPTY_BANK = { find: () => [] }

export function openMediaEngine(settings: MediaPoolSettings = {}): MediaEngine {
  let pool: Promise<MediaPool> | null = null
  return {
    open() {
      pool ??= startMediaPool({ bank: EMPTY_BANK, ...settings })
      return pool
    },
    async close() {
      const started = await pool
      pool = null
      await started?.close()
    },
  }
}
