/**
 * A list of releases as links. Only the rows on the screen are in the document, so its length does
 * not matter; `j` and `k` move the focus, Enter opens as for every link.
 */

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Release } from '../api/types.ts'
import { useCommands } from '../hooks/use-command.ts'
import { useNow } from '../hooks/use-now.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { stepInList } from '../view/hotkeys.ts'
import { describeAgo } from '../view/times.ts'
import { type More, useMoreNear } from './EndlessRows.tsx'
import { StateTag, TurnTag } from './Tag.tsx'

const ROW_HEIGHT_PX = 69

interface Properties {
  readonly releases: readonly Release[]
  /** Absent for a list that is whole. */
  readonly more?: More
}

export function ReleaseList({ releases, more }: Properties) {
  const { t } = useTexts()
  const list = useRef<HTMLUListElement>(null)
  const rows = useRows(list, releases.length)
  useMoreNear(rows.getVirtualItems().at(-1)?.index ?? 0, releases.length, more)
  useListKeys(list, releases.length, (index) => rows.scrollToIndex(index))
  return (
    <ul
      ref={list}
      className="release-list"
      aria-label={t('releases.list')}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const release = releases[index]
        return (
          release && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={releases.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: start - rows.options.scrollMargin,
              }}
            >
              <Row release={release} />
            </li>
          )
        )
      })}
    </ul>
  )
}

function useRows(list: React.RefObject<HTMLUListElement | null>, count: number) {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measured = list.current?.getBoundingClientRect().top ?? 0
    setTop(measured + window.scrollY)
  }, [list])
  return useWindowVirtualizer({
    count,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
    scrollMargin: top,
  })
}

/** The row with the focus is the current one: nothing else is kept. */
function useListKeys(
  list: React.RefObject<HTMLUListElement | null>,
  length: number,
  show: (index: number) => void,
): void {
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
  const link = list?.querySelector<HTMLElement>(`li[data-index="${index}"] a`)
  link?.focus()
  return link !== null && link !== undefined
}

function indexOf(row: Element): number {
  return Number(row.getAttribute('data-index'))
}

function Row({ release }: { readonly release: Release }) {
  const { t, language } = useTexts()
  const now = useNow()
  const { claim, auditId } = release
  return (
    <Link className="release-row" to={`/releases/${release.id}`}>
      <span>
        <strong>
          {release.appName} {release.version}
        </strong>
        <span className="one-line soft small">{release.description}</span>
      </span>
      <span className="row">
        <StateTag state={release.state} />
      </span>
      <span className="row">
        <TurnTag turn={release.whoseTurn} />
      </span>
      <span className="soft small">
        <span className="one-line">
          {t('releases.waited', { ago: describeAgo(release.changedAt, now, language) })}
        </span>
        <span className="one-line">
          {claim && claim.expiresAt > now
            ? t('releases.claimedBy', { name: claim.userName })
            : auditId !== null && t('releases.audit', { id: auditId })}
        </span>
      </span>
    </Link>
  )
}
