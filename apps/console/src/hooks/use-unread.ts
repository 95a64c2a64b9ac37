/** How many notices this person has not read, as far as they are worth counting. */

import { useQuery } from '@tanstack/react-query'
import { portal } from '../api/portal.ts'
import { MOST_COUNTED } from '../view/notices.ts'

const REFRESH_MS = 30_000

export function useUnread(): number {
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => portal.findNotices({ unread: true, limit: MOST_COUNTED + 1 }),
    refetchInterval: REFRESH_MS,
  })
  return data?.items.length ?? 0
}
