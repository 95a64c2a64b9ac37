/** The terms as a table that draws only the rows on the screen, each with its way out. */

import { LABELS } from '@fangxing/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { App, Button, Popconfirm } from 'antd'
import { useRef } from 'react'
import { api } from '../../api/client.ts'
import type { TermEntry } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { TONE_OF_LEVEL } from '../../view/tones.ts'

const ROW_HEIGHT_PX = 57

export function TermTable({ terms }: { readonly terms: readonly TermEntry[] }) {
  const { t } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: terms.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 10,
  })
  return (
    <div ref={box} className="term-box">
      <ul
        className="release-list"
        aria-label={t('terms.title')}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const term = terms[index]
          return (
            term && (
              <li
                key={term.id}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={terms.length}
                aria-posinset={index + 1}
                style={{ position: 'absolute', insetInline: 0, top: start }}
              >
                <Row term={term} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function Row({ term }: { readonly term: TermEntry }) {
  const { t, say } = useTexts()
  return (
    <div className="term-row">
      <span>
        <strong className="words">{term.text}</strong>
        {term.note && <span className="soft small"> {term.note}</span>}
      </span>
      <span className="soft small">
        {term.label} {say(LABELS[term.label])}
      </span>
      <Tag tone={TONE_OF_LEVEL[term.level]}>{t(`level.${term.level}`)}</Tag>
      <Remove term={term} />
    </div>
  )
}

function Remove({ term }: { readonly term: TermEntry }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api.removeTerm(term.id),
    onSuccess() {
      void message.success(t('terms.removed'))
      return queries.invalidateQueries({ queryKey: ['terms'] })
    },
  })
  return (
    <Popconfirm
      title={t('terms.removeConfirm', { text: term.text })}
      okText={t('terms.remove')}
      cancelText={t('state.cancel')}
      onConfirm={() => remove.mutate()}
    >
      <Button
        size="small"
        type="text"
        danger
        loading={remove.isPending}
        aria-label={`${t('terms.remove')} ${term.text}`}
      >
        {t('terms.remove')}
      </Button>
    </Popconfirm>
  )
}
