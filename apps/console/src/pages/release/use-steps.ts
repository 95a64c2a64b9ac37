/** Taking a step: the call, then everything about the release is asked again. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client.ts'
import { fenceKey } from '../../hooks/use-fence.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import type { Action } from '../../view/actions.ts'

export function useClaim(releaseId: string) {
  const queries = useQueryClient()
  const { t } = useTexts()
  const { message } = App.useApp()
  const keep = async (fence: number | null, words: string) => {
    queries.setQueryData(fenceKey(releaseId), fence)
    await queries.invalidateQueries({ queryKey: ['release', releaseId] })
    void message.success(words)
  }
  const claim = useMutation({
    mutationFn: () => api.claim(releaseId),
    onSuccess: ({ fence }) => keep(fence, t('claim.taken')),
  })
  const giveBack = useMutation({
    mutationFn: () => api.giveBack(releaseId),
    onSuccess: () => keep(null, t('claim.given')),
  })
  return { claim, giveBack }
}

/** A step with what its dialog gathered. `onDone` closes the dialog. */
export function useStep<Input>(
  releaseId: string,
  action: Action,
  take: (input: Input) => Promise<unknown>,
  onDone: () => void,
) {
  const queries = useQueryClient()
  const { t } = useTexts()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: take,
    async onSuccess() {
      onDone()
      void message.success(t(`done.${action}`))
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['release', releaseId] }),
        queries.invalidateQueries({ queryKey: ['releases'] }),
        queries.invalidateQueries({ queryKey: ['app'] }),
      ])
    },
  })
}
