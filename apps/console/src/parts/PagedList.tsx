/** A list by cursor with all it can be: coming, refused, empty, or rows. */

import type { QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Page } from '../api/types.ts'
import { usePages } from '../hooks/use-pages.ts'
import { Empty } from './Empty.tsx'
import { EndlessRows } from './EndlessRows.tsx'
import { Loading } from './Loaded.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Properties<Item> {
  readonly queryKey: QueryKey
  readonly ask: (cursor: string | undefined) => Promise<Page<Item>>
  readonly label: string
  readonly empty: string
  readonly keyOf: (item: Item) => string
  readonly rowHeight: number
  readonly children: (item: Item, index: number) => ReactNode
}

export function PagedList<Item>({ queryKey, ask, empty, ...rows }: Properties<Item>) {
  const { found, items } = usePages(queryKey, ask)
  if (found.error && items === undefined) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  }
  if (items === undefined) {
    return (
      <div className="card">
        <Loading />
      </div>
    )
  }
  return (
    <div className="card list-card">
      {items.length === 0 ? (
        <Empty words={empty} />
      ) : (
        <EndlessRows {...rows} items={items} more={found} />
      )}
    </div>
  )
}
