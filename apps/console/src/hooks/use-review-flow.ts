/**
 * Going through the queue: the thing in front is held and its lease renewed while somebody works at
 * the window; the next one is held and loaded beside it; what is left undecided is given back.
 */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { itemPath, queueApi, sendAtLeaving } from '../api/queue.ts'
import type { NextItem, QueueItem, QueueWish } from '../api/queue-types.ts'
import { toSearch } from '../view/review/wish.ts'
import { fenceKey, useFence } from './use-fence.ts'
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
  useEffect(() => held.see(id), [id, held])
  const takeAhead = async (): Promise<NextItem> => {
    const kept = held.unseen()
    const next = kept ? { item: kept, fence: null, because: null } : await queueApi.takeNext(wish)
    const { item } = next
    if (item) {
      held.keep(item)
      const queryFn = () => queueApi.getItem(item.id)
      void queries.prefetchQuery({ queryKey: itemKey(item.id), queryFn })
    }
    return next
  }
  const askAhead = {
    queryKey: aheadKey(id),
    queryFn: takeAhead,
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back to this one later is told anew what follows it.
    gcTime: 0,
    retry: false,
  }
  const ahead = useQuery({ ...askAhead, enabled: lease.data !== undefined })
  useLease(ahead.data?.item?.id ?? '', Boolean(ahead.data?.item), held)

  const open = (item: QueueItem) =>
    navigate(`/queue/${item.id}?${toSearch({ ...wish, state: 'waiting' })}`)

  /** The one that is held beside, be it on its way; when there was none, the queue is asked again. */
  const goOn = async () => {
    const kept = await queries.fetchQuery(askAhead)
    const next = kept.item ? kept : await takeAhead()
    void queries.invalidateQueries({ queryKey: ['desk-queue'] })
    if (next.item === null) {
      void message.info(t(next.because === 'budget' ? 'queue.enough' : 'queue.allDone'))
      await navigate(`/queue?${toSearch({ ...wish, state: 'waiting' })}`)
      return
    }
    await open(next.item)
  }
  /** Decided, or put aside: nothing to give back. */
  const letGo = (itemId: string) => held.remove(itemId)
  const giveBack = async (itemId: string) => {
    letGo(itemId)
    await queueApi.giveBack(itemId).catch(() => null)
  }
  /** To one whose decision was undone; the one in front comes after it again. */
  const goBackTo = async (itemId: string) => {
    held.takeBack(itemId)
    held.putBack(id)
    await navigate(`/queue/${itemId}?${toSearch({ ...wish, state: 'waiting' })}`)
  }
  return { lease, goOn, letGo, giveBack, goBackTo }
}

interface Held {
  add(id: string): void
  /** For good: an answer that is still on its way brings it back no more. */
  remove(id: string): void
  /** After an undo. */
  takeBack(id: string): void
  /** Held, and not opened yet: the next ones. */
  keep(item: QueueItem): void
  /** Opened too early: it comes next again. */
  putBack(id: string): void
  unseen(): QueueItem | undefined
  see(id: string): void
}

/** What this window holds: given back when the desk is left or the window closes. */
function useHeld(): Held {
  const [held] = useState(() => makeHeld(new Set()))
  useEffect(() => {
    const atLeaving = () => {
      for (const id of held.clear()) sendAtLeaving('DELETE', itemPath(id, '/claim'))
    }
    window.addEventListener('pagehide', atLeaving)
    return () => {
      window.removeEventListener('pagehide', atLeaving)
      for (const id of held.clear()) void queueApi.giveBack(id).catch(() => null)
    }
  }, [held])
  return held
}

function makeHeld(ids: Set<string>): Held & { clear(): readonly string[] } {
  const gone = new Set<string>()
  const items = new Map<string, QueueItem>()
  let unseen: readonly QueueItem[] = []
  const without = (id: string) => unseen.filter((item) => item.id !== id)
  return {
    add(id) {
      if (!gone.has(id)) ids.add(id)
    },
    remove(id) {
      ids.delete(id)
      gone.add(id)
      unseen = without(id)
    },
    takeBack(id) {
      gone.delete(id)
      ids.add(id)
    },
    keep(item) {
      ids.add(item.id)
      items.set(item.id, item)
      unseen = [...without(item.id), item]
    },
    putBack(id) {
      const item = items.get(id)
      if (item) unseen = [item, ...without(id)]
    },
    unseen: () => unseen[0],
    see(id) {
      unseen = without(id)
    },
    clear() {
      const left = [...ids]
      ids.clear()
      unseen = []
      return left
    },
  }
}

/**
 * Asks again every minute while the window is in front and somebody is there; no more once it was
 * given back on the page itself, which leaves no fence.
 */
function useLease(id: string, isWanted: boolean, held: Held) {
  const queries = useQueryClient()
  const touchedAt = useTouched()
  const fence = useFence(id)
  const isGivenBack = fence === null && queries.getQueryData(leaseKey(id)) !== undefined
  return useQuery({
    queryKey: leaseKey(id),
    queryFn: async () => {
      const granted = await queueApi.claim(id)
      held.add(id)
      queries.setQueryData(fenceKey(id), granted.fence)
      return granted
    },
    enabled: isWanted && !isGivenBack,
    retry: false,
    staleTime: 0,
    gcTime: 0,
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
