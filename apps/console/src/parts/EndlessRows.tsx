/**
 * Rows of any number: only those on the screen are in the document, and more are asked for when the
 * end comes near. A list that is whole has no `more`.
 */

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Button } from 'antd'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '../hooks/use-texts.ts'

export interface More {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

interface Properties<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** About how high a row is; each is measured when it is drawn. */
  readonly rowHeight: number
  readonly more?: More
  readonly children: (item: Item, index: number) => ReactNode
}

/** Asked for before the end is seen. */
const ROWS_AHEAD = 12

export function EndlessRows<Item>(properties: Properties<Item>) {
  const { label, items, keyOf, rowHeight, more, children } = properties
  const list = useRef<HTMLUListElement>(null)
  const rows = useRows(list, items.length, rowHeight)
  const drawn = rows.getVirtualItems()
  useMoreNear(drawn.at(-1)?.index ?? 0, items.length, more)
  return (
    <>
      <ul
        ref={list}
        className="release-list"
        aria-label={label}
        style={{ height: rows.getTotalSize() }}
      >
        {drawn.map(({ index, start }) => {
          const item = items[index]
          return (
            item !== undefined && (
              <li
                key={keyOf(item)}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={more?.hasNextPage ? -1 : items.length}
                aria-posinset={index + 1}
                className="endless-row"
                style={{ top: start - rows.options.scrollMargin }}
              >
                {children(item, index)}
              </li>
            )
          )
        })}
      </ul>
      {more && <ListFoot more={more} count={items.length} />}
    </>
  )
}

export function ListFoot({ more, count }: { readonly more: More; readonly count: number }) {
  const { t } = useTexts()
  return (
    <div className="list-foot soft small">
      {more.hasNextPage ? (
        <Button
          size="small"
          loading={more.isFetchingNextPage}
          onClick={() => void more.fetchNextPage()}
        >
          {t('state.loadMore')}
        </Button>
      ) : (
        t('state.allLoaded', { count })
      )}
    </div>
  )
}

function useRows(list: React.RefObject<HTMLUListElement | null>, count: number, rowHeight: number) {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measured = list.current?.getBoundingClientRect().top ?? 0
    setTop(measured + window.scrollY)
  }, [list])
  return useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: top,
  })
}

/** Asks for more when this row, the last one drawn, is near the end. */
export function useMoreNear(last: number, count: number, more: More | undefined): void {
  const isNear = last >= count - ROWS_AHEAD
  const wants = isNear && more?.hasNextPage === true && !more.isFetchingNextPage
  const fetchNextPage = more?.fetchNextPage
  useEffect(() => {
    if (wants) void fetchNextPage?.()
  }, [wants, fetchNextPage])
}
