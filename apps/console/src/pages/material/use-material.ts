/** Claiming, answering, appealing and auditing again; everything is asked again after each. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type MaterialCase, materialApi, type RowAnswer } from '../../api/materials.ts'
import { fenceKey, useFence } from '../../hooks/use-fence.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { useUser } from '../../shell/session.ts'
import { holderOf } from '../../view/actions.ts'

/** Whether this window holds the case and may answer. */
export function useHolding(asked: MaterialCase | null): boolean {
  const user = useUser()
  const now = useNow()
  const fence = useFence(asked?.id ?? 'none')
  return asked !== null && fence !== null && holderOf(asked.claim, user.id, now) === 'me'
}

function useAskAgain(materialId: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [
        ['material', materialId],
        ['material-cases'],
        ['materials'],
        ['material-audits', materialId],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
}

export function useMaterialSteps(materialId: string, caseId: string) {
  const queries = useQueryClient()
  const { t } = useTexts()
  const { message } = App.useApp()
  const askAgain = useAskAgain(materialId)
  const fence = useFence(caseId)
  const keep = (held: number | null) => queries.setQueryData(fenceKey(caseId), held)
  const claim = useMutation({
    mutationFn: () => materialApi.claim(caseId),
    onSuccess(granted) {
      keep(granted.fence)
      return askAgain()
    },
  })
  const giveBack = useMutation({
    mutationFn: () => materialApi.giveBack(caseId),
    onSuccess() {
      keep(null)
      return askAgain()
    },
  })
  const decide = useMutation({
    mutationFn: (said: { answers: readonly RowAnswer[]; note: string }) =>
      materialApi.decide(caseId, { ...said, fence: fence ?? 0 }),
    onSuccess() {
      keep(null)
      void message.success(t('case.done'))
      return askAgain()
    },
  })
  return { claim, giveBack, decide }
}

export function useAuthorSteps(materialId: string) {
  const askAgain = useAskAgain(materialId)
  const audit = useMutation({
    mutationFn: () => materialApi.auditAgain(materialId),
    onSuccess: askAgain,
  })
  const appeal = useMutation({
    mutationFn: (reason: string) => materialApi.appeal(materialId, reason),
    onSuccess: askAgain,
  })
  return { audit, appeal }
}
