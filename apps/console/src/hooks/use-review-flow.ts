/**
 * Going through the queue: the thing in front is held and its lease renewed while somebody works at
 * the window; the next one is held and loaded beside it; what is left undecided is given back.
 */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { itemPath, queueApi, sendAtLeaving } from '../api/queue.ts'
import type { QueueItem, QueueWish } from '../api/queue-types.ts'
import { toSearch } from '../view/review/wish.ts'
import { fenceKey } from './use-fence.ts'
import { useTexts } from './use-texts.ts'

/** A third of a lease: two questions may be lost. */
const RENEW_MS = 60_000
/** Who has not touched the window for so long has gone away. */
const ASLEEP_MS = 8 * 60_000

export const itemKey = (id: string) => ['desk-item', id]
const leaseKey = (id: string) => ['desk-lease', id]
const aheadKey = (id: string) => ['desk-ahead', id]

export function useReviewFlow(id: string, wish: QueueWish) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { t } = useTexts()
  const { message } = App.useApp()
  const held = useHeld()
  const lease = useLease(id, true, held)
  const ahead = useQuery({
    queryKey: aheadKey(id),
    queryFn: async () => {
      const next = await queueApi.takeNext(wish)
      if (next.item) {
        held.add(next.item.id)
        void queries.prefetchQuery({
          queryKey: itemKey(next.item.id),
          queryFn: () => queueApi.getItem(next.item?.id ?? ''),
        })
      }
      return next
    },
    enabled: lease.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useLease(ahead.data?.item?.id ?? '', Boolean(ahead.data?.item), held)

  const open = (item: QueueItem) =>
    navigate(`/queue/${item.id}?${toSearch({ ...wish, state: 'waiting' })}`)

  /** The one that is held beside; when there was none a moment ago, the queue is asked again. */
  const goOn = async () => {
    const kept = queries.getQueryData<typeof ahead.data>(aheadKey(id))
    const next = kept?.item ? kept : await queueApi.takeNext(wish)
    queries.removeQueries({ queryKey: aheadKey(id) })
    void queries.invalidateQueries({ queryKey: ['desk-queue'] })
    if (next.item === null) {
      void message.info(t(next.because === 'budget' ? 'queue.enough' : 'queue.allDone'))
      await navigate(`/queue?${toSearch({ ...wish, state: 'waiting' })}`)
      return
    }
    held.add(next.item.id)
    await open(next.item)
  }
  /** Decided, or put aside: nothing to give back. */
  const letGo = (itemId: string) => {
    held.remove(itemId)
    queries.removeQueries({ queryKey: leaseKey(itemId) })
  }
  const giveBack = async (itemId: string) => {
    letGo(itemId)
    await queueApi.giveBack(itemId).catch(() => null)
  }
  return { lease, goOn, letGo, giveBack, hold: held.add }
}

interface Held {
  add(id: string): void
  remove(id: string): void
}

/** What this window holds: given back when the desk is left or the window closes. */
function useHeld(): Held {
  const ids = useRef(new Set<string>())
  useEffect(() => {
    const atLeaving = () => {
      for (const id of ids.current) sendAtLeaving('DELETE', itemPath(id, '/claim'))
      ids.current.clear()
    }
    window.addEventListener('pagehide', atLeaving)
    return () => {
      window.removeEventListener('pagehide', atLeaving)
      for (const id of ids.current) void queueApi.giveBack(id).catch(() => null)
      ids.current.clear()
    }
  }, [])
  return {
    add: (id) => void ids.current.add(id),
    remove: (id) => void ids.current.delete(id),
  }
}

/** Asks again every minute while the window is in front and somebody is there. */
function useLease(id: string, isWanted: boolean, held: Held) {
  const queries = useQueryClient()
  const touchedAt = useTouched()
  return useQuery({
    queryKey: leaseKey(id),
    queryFn: async () => {
      const granted = await queueApi.claim(id)
      held.add(id)
      queries.setQueryData(fenceKey(id), granted.fence)
      return granted
    },
    enabled: isWanted,
    retry: false,
    staleTime: 0,
    refetchInterval: () => (Date.now() - touchedAt.current > ASLEEP_MS ? false : RENEW_MS),
  })
}

function useTouched() {
  const touchedAt = useRef(Date.now())
  useEffect(() => {
    const touch = () => {
      touchedAt.current = Date.now()
    }
    const events = ['keydown', 'pointerdown', 'pointermove'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    return () => {
      for (const event of events) window.removeEventListener(event, touch)
    }
  }, [])
  return touchedAt
}
