/** What belongs to a release beside itself; asked again when the release has changed. */

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { Release } from '../../api/types.ts'

export function useReleaseParts({
  id,
  changedAt,
  verdict,
  auditId,
}: Pick<Release, 'id' | 'changedAt' | 'verdict' | 'auditId'>) {
  const events = useQuery({
    queryKey: ['release', id, 'events', changedAt],
    queryFn: () => api.findEvents(id),
    placeholderData: (before, asked) => (asked?.queryKey[1] === id ? before : undefined),
  })
  const assessment = useQuery({
    queryKey: ['release', id, 'assessment', verdict, auditId],
    queryFn: () => api.getAssessment(id),
    enabled: verdict !== null,
  })
  return {
    events: events.data?.items ?? [],
    report: assessment.data,
    reportError: assessment.error,
  }
}
