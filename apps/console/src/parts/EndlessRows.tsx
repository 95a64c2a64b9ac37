/**
 * Rows of any number: only those on the screen are in the document, and more are asked for when the
 * end comes near. A list that is whole has no `more`. `j` and `k` move the focus from row to row,
 * and Enter opens as for every link.
 */

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Button } from 'antd'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useCommands } from '../hooks/use-command.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { stepInList } from '../view/hotkeys.ts'

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
  useListKeys(list, items.length, (index) => rows.scrollToIndex(index))
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

function ListFoot({ more, count }: { readonly more: More; readonly count: number }) {
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

type ListRef = React.RefObject<HTMLUListElement | null>

function useRows(list: ListRef, count: number, rowHeight: number) {
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
function useMoreNear(last: number, count: number, more: More | undefined): void {
  const isNear = last >= count - ROWS_AHEAD
  const wants = isNear && more?.hasNextPage === true && !more.isFetchingNextPage
  const fetchNextPage = more?.fetchNextPage
  useEffect(() => {
    if (wants) void fetchNextPage?.()
  }, [wants, fetchNextPage])
}

/** The row with the focus is the current one: nothing else is kept. */
function useListKeys(list: ListRef, length: number, show: (index: number) => void): void {
  const step = (command: 'next' | 'previous') => {
    const focused = document.activeElement?.closest('li[data-index]')
    const current = focused && list.current?.contains(focused) ? indexOf(focused) : -1
    const wanted = stepInList(current, length, command)
    if (focusRow(list.current, wanted)) return
    // The row is not drawn yet: bring it in, then give it the focus.
    show(wanted)
    requestAnimationFrame(() => focusRow(list.current, wanted))
  }
  useCommands({ next: () => step('next'), previous: () => step('previous') })
}

function focusRow(list: HTMLUListElement | null, index: number): boolean {
  const place = list?.querySelector<HTMLElement>(`li[data-index="${index}"] :is(a, button)`)
  place?.focus()
  return place !== null && place !== undefined
}

function indexOf(row: Element): number {
  return Number(row.getAttribute('data-index'))
}
