/**
 * Decisions on their way: kept for a few seconds in which they can be taken back, then sent; all at
 * once when the window closes or the desk is left.
 */

import { useEffect, useRef, useState } from 'react'
import { itemPath, queueApi, sendAtLeaving } from '../api/queue.ts'
import { dueOf, type Pending, undoLast, withPending } from '../view/review/outbox.ts'

const TICK_MS = 250

export interface Outbox {
  /** The latest that can be taken back; null when none can. */
  readonly last: Pending | null
  add(pending: Omit<Pending, 'sendAt'>): void
  undo(): Pending | null
  isPending(id: string): boolean
}

export function useOutbox(
  onSent: (id: string) => void,
  onTrouble: (pending: Pending, error: unknown) => void,
): Outbox {
  const list = useRef<readonly Pending[]>([])
  const [last, setLast] = useState<Pending | null>(null)
  const told = useRef({ onSent, onTrouble })
  useEffect(() => {
    told.current = { onSent, onTrouble }
  })
  const keep = (pending: readonly Pending[]) => {
    list.current = pending
    setLast(pending.at(-1) ?? null)
  }
  useEffect(() => {
    const send = (pending: Pending) => {
      queueApi.decide(pending.id, pending.decision).then(
        () => told.current.onSent(pending.id),
        (error: unknown) => told.current.onTrouble(pending, error),
      )
    }
    const ticking = window.setInterval(() => {
      const due = dueOf(list.current, Date.now())
      if (due.length === 0) return
      list.current = list.current.filter((one) => !due.includes(one))
      setLast(list.current.at(-1) ?? null)
      for (const pending of due) send(pending)
    }, TICK_MS)
    const sendRest = () => {
      const rest = list.current
      list.current = []
      for (const { id, decision } of rest)
        sendAtLeaving('POST', itemPath(id, '/decision'), decision)
    }
    window.addEventListener('pagehide', sendRest)
    return () => {
      window.clearInterval(ticking)
      window.removeEventListener('pagehide', sendRest)
      for (const pending of list.current) send(pending)
      list.current = []
    }
  }, [])

  return {
    last,
    add: (pending) => keep(withPending(list.current, pending, Date.now())),
    undo() {
      const { undone, rest } = undoLast(list.current)
      keep(rest)
      return undone
    },
    isPending: (id) => list.current.some((one) => one.id === id),
  }
}
