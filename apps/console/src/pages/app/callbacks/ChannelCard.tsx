/** The frame of one channel: whether it is set, its form, and taking it away. */

import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Tag } from '../../../parts/Tag.tsx'

interface Properties {
  readonly title: string
  readonly lead: string
  readonly isSet: boolean
  readonly onRemove: () => void
  readonly children: ReactNode
}

export function ChannelCard({ title, lead, isSet, onRemove, children }: Properties) {
  const { t } = useTexts()
  return (
    <section className="card stack">
      <div className="stack-tight">
        <div className="row-apart">
          <h2>{title}</h2>
          <Tag tone={isSet ? 'green' : 'grey'}>{t(isSet ? 'callbacks.on' : 'callbacks.off')}</Tag>
        </div>
        <p className="soft small">{lead}</p>
      </div>
      {children}
      {isSet && (
        <div>
          <Popconfirm
            title={t('callbacks.removeAsk')}
            okText={t('callbacks.remove')}
            cancelText={t('state.cancel')}
            onConfirm={onRemove}
          >
            <Button size="small" danger>
              {t('callbacks.remove')}
            </Button>
          </Popconfirm>
        </div>
      )}
    </section>
  )
}
