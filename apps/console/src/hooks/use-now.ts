/**
 * The server's time, ticking: clocks on the page follow the server, also when it is simulated.
 */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'

const TICK_MS = 15_000

export function useClock() {
  return useQuery({
    queryKey: ['clock'],
    queryFn: async () => ({ ...(await api.getClock()), readAt: Date.now() }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  })
}

export function useNow(): number {
  const { data: clock } = useClock()
  const [local, setLocal] = useState(() => Date.now())
  useEffect(() => {
    const ticking = window.setInterval(() => setLocal(Date.now()), TICK_MS)
    return () => window.clearInterval(ticking)
  }, [])
  if (clock === undefined) return local
  return clock.now + Math.max(0, local - clock.readAt)
}
