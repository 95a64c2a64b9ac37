/** Keeps the bytes of pictures that a page loads, up to a limit, by address. */

import type { Page } from 'playwright-core'
import type { PageLimits } from './limits.ts'

export interface CaughtPictures {
  /** Bytes by address, in the order in which they came. */
  settle(): Promise<ReadonlyMap<string, Uint8Array>>
}

export function catchPictures(page: Page, { pictures, pictureBytes }: PageLimits): CaughtPictures {
  const caught = new Map<string, Uint8Array>()
  const pending: Promise<void>[] = []
  let bytes = 0
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (!type.startsWith('image/') || pending.length >= pictures) return
    const keep = response.body().then((body) => {
      bytes += body.length
      if (bytes <= pictureBytes) caught.set(response.url(), body)
    })
    pending.push(keep.catch(() => {}))
  })
  return {
    async settle() {
      await Promise.all(pending)
      return caught
    },
  }
}
