/** Claiming, giving back and deciding a case; everything about it is asked again after each. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client.ts'
import { fenceKey } from '../../hooks/use-fence.ts'
import { useTexts } from '../../hooks/use-texts.ts'

export type CaseDraft = Parameters<typeof api.decideCase>[1]

export function useCaseSteps(caseId: string) {
  const queries = useQueryClient()
  const { t } = useTexts()
  const { message } = App.useApp()
  const askAgain = () =>
    Promise.all(
      [['case', caseId], ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  const keep = (fence: number | null) => queries.setQueryData(fenceKey(caseId), fence)
  const claim = useMutation({
    mutationFn: () => api.claimCase(caseId),
    onSuccess({ fence }) {
      keep(fence)
      return askAgain()
    },
  })
  const giveBack = useMutation({
    mutationFn: () => api.giveBackCase(caseId),
    onSuccess() {
      keep(null)
      return askAgain()
    },
  })
  const decide = useMutation({
    mutationFn: (draft: CaseDraft) => api.decideCase(caseId, draft),
    onSuccess() {
      keep(null)
      void message.success(t('case.done'))
      return askAgain()
    },
  })
  return { claim, giveBack, decide }
}
