/**
 * A list by cursor: its items so far, and what `EndlessRows` needs to ask for more.
 *
 * Asked again now and then only while few pages are loaded: somebody who has scrolled through a
 * thousand rows reads them, and asking for all of them anew would be work for nothing.
 */

import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '../api/types.ts'

const PAGES_KEPT_FRESH = 2
const REFRESH_MS = 15_000

/** `Answer`: a page may say more than its items. */
export function usePages<Item, Answer extends Page<Item> = Page<Item>>(
  queryKey: QueryKey,
  ask: (cursor: string | undefined) => Promise<Answer & Page<Item>>,
  refreshMs = REFRESH_MS,
) {
  const found = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) <= PAGES_KEPT_FRESH ? refreshMs : false,
  })
  return { found, items: found.data?.pages.flatMap(({ items }) => items) }
}
