/** Every release of an app, newest first, page by page: an app has tens of them, rarely hundreds. */

import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

const PAGE = 200

export async function* releasesOf(ports: Ports, appid: string): AsyncGenerator<Release> {
  let cursor: string | undefined
  do {
    const page = await ports.storage.releases.list({ appid, cursor, limit: PAGE })
    yield* page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
