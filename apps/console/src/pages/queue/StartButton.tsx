/** Takes what comes up next and opens it; `Enter` or `c` on the desk does the same. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import type { QueueWish } from '../../api/queue-types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { toSearch, toWish } from '../../view/review/wish.ts'

export function StartButton({ wish }: { readonly wish: QueueWish }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: () => queueApi.takeNext(toWish(wish)),
    async onSuccess({ item, because }) {
      void queries.invalidateQueries({ queryKey: ['desk-queue'] })
      if (item)
        await navigate(`/queue/${item.id}?${toSearch({ ...toWish(wish), state: 'waiting' })}`)
      else void message.info(t(because === 'budget' ? 'queue.enough' : 'queue.nothing'))
    },
  })
  useCommands({ claim: () => start.mutate() })
  return (
    <>
      {start.error && <ProblemNotice error={start.error} />}
      <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
        {t('queue.start')} <kbd>c</kbd>
      </Button>
    </>
  )
}
