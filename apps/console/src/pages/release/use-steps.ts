/**
 * Taking a step: the call, then everything about the release is asked again.
 *
 * The fence of a claim is kept for this window only. After a reload the case is claimed again,
 * which the server answers with the next fence.
 */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import type { Action } from '../../view/actions.ts'

export function useFence(releaseId: string): number | null {
  const { data } = useQuery<number | null>({
    queryKey: ['fence', releaseId],
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data
}

export function useClaim(releaseId: string) {
  const queries = useQueryClient()
  const { t } = useTexts()
  const { message } = App.useApp()
  const keep = async (fence: number | null, words: string) => {
    queries.setQueryData(['fence', releaseId], fence)
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
