/** Shows what a query brought, or that it is still coming, or why it did not come. */

import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../hooks/use-texts.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Properties<Value> {
  readonly query: UseQueryResult<Value>
  readonly children: (value: Value) => ReactNode
}

export function Loaded<Value>({ query, children }: Properties<Value>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  }
  return <Loading />
}

export function Loading() {
  const { t } = useTexts()
  return (
    <div role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      <div aria-hidden="true">
        <Skeleton active paragraph={{ rows: 4 }} />
      </div>
    </div>
  )
}
