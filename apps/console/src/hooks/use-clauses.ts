/** Every clause of every book; they change with the server's edition only. Empty until they are known. */

import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import type { Clause } from '../api/types.ts'

export function useClauses(): readonly Clause[] {
  const { data } = useQuery({
    queryKey: ['rule-books'],
    queryFn: api.getRuleBooks,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.books.flatMap(({ clauses }) => clauses) ?? []
}
