/** One edition in a line: its number, whether it is live, who made it and when, and the way back. */

import type { ComponentProps, ReactNode } from 'react'
import { useTexts } from '../hooks/use-texts.ts'
import { Moment } from './Moment.tsx'
import { RollBack } from './RollBack.tsx'
import { Tag } from './Tag.tsx'

interface Properties extends Omit<ComponentProps<typeof RollBack>, 'number'> {
  readonly edition: {
    readonly number: number
    readonly at: number
    readonly by: string
    /** The number of the edition that it brought back. */
    readonly restores: number | null
  }
  readonly isLive: boolean
  readonly children?: ReactNode
}

export function EditionHead({ edition, isLive, children, ...back }: Properties) {
  const { t } = useTexts()
  const { number, at, by, restores } = edition
  return (
    <span className="row">
      <strong>{t('policies.edition', { number })}</strong>
      {isLive && <Tag tone="green">{t('policies.live')}</Tag>}
      {restores !== null && <span className="small">{t('policies.restores', { restores })}</span>}
      {children}
      <span className="soft small">
        {by} · <Moment at={at} />
      </span>
      {!isLive && <RollBack {...back} number={number} />}
    </span>
  )
}
