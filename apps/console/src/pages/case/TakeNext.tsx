/** Claims the oldest case that nobody looks at, and opens it. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { api } from '../../api/client.ts'
import { fenceKey } from '../../hooks/use-fence.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

export function TakeNext() {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const take = useMutation({
    mutationFn: api.claimNextCase,
    async onSuccess({ case: next, fence }) {
      await queries.invalidateQueries({ queryKey: ['cases'] })
      if (next === null) {
        void message.info(t('cases.nothingNext'))
        return
      }
      queries.setQueryData(fenceKey(next.id), fence)
      await navigate(`/cases/${next.id}`)
    },
  })
  return (
    <>
      {take.error && <ProblemNotice error={take.error} />}
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
        {t('cases.next')}
      </Button>
    </>
  )
}
