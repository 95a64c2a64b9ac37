/** The way back to an earlier edition, of whatever has editions: it becomes one more. */

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTexts } from '../hooks/use-texts.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Properties {
  readonly number: number
  readonly goBack: (number: number) => Promise<unknown>
  /** What is asked anew afterwards. */
  readonly changes: QueryKey
}

export function RollBack({ number, goBack, changes }: Properties) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const back = useMutation({
    mutationFn: () => goBack(number),
    async onSuccess() {
      void message.success(t('policies.rolledBack'))
      await queries.invalidateQueries({ queryKey: changes })
    },
  })
  return (
    <>
      {back.error && <ProblemNotice error={back.error} />}
      <Popconfirm
        title={t('policies.rollBackConfirm', { number })}
        okText={t('policies.rollBack')}
        cancelText={t('state.cancel')}
        onConfirm={() => back.mutate()}
      >
        <Button size="small" loading={back.isPending}>
          {t('policies.rollBack')}
        </Button>
      </Popconfirm>
    </>
  )
}
