/** Marks notices as read; what counts unread ones is asked again. */

import { useMutation, useQueryClient } from '@tanstack/react-query'

export function useReading(read: () => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: read,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['notices'] }),
        queries.invalidateQueries({ queryKey: ['standings'] }),
      ]),
  })
}
