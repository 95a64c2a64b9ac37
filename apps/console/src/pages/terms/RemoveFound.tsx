/** Takes every term that the search found out of the lexicon, as one edition. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { operate } from '../../api/operate.ts'
import type { TermEntry } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

/** As many as one edition takes. */
const MOST_AT_ONCE = 1000

export function RemoveFound({ terms }: { readonly terms: readonly TermEntry[] }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => operate.changeTerms({ add: [], remove: terms.map(({ id }) => id) }),
    async onSuccess() {
      void message.success(t('terms.removed'))
      await queries.invalidateQueries({ queryKey: ['terms'] })
    },
  })
  if (terms.length > MOST_AT_ONCE) return null
  const count = { count: terms.length }
  return (
    <>
      {remove.error && <ProblemNotice error={remove.error} />}
      <Popconfirm
        title={t('lexicon.removeFoundConfirm', count)}
        okText={t('terms.remove')}
        cancelText={t('state.cancel')}
        onConfirm={() => remove.mutate()}
      >
        <Button size="small" danger loading={remove.isPending}>
          {t('lexicon.removeFound', count)}
        </Button>
      </Popconfirm>
    </>
  )
}
