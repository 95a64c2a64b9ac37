/**
 * The fence of a claim, kept for this window only: after a reload the case is claimed again, which
 * the server answers with the fence that counts then.
 */

import { useQuery } from '@tanstack/react-query'

export function fenceKey(id: string): readonly string[] {
  return ['fence', id]
}

export function useFence(id: string): number | null {
  const { data } = useQuery<number | null>({
    queryKey: fenceKey(id),
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data
}
