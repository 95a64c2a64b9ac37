/** What was asked, logged and answered about a case, and the files that came with the submission. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { authority, type SubmittedMedia } from '../../api/authority.ts'
import type { ReleaseEvent } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { describeBytes } from '../../view/bytes.ts'
import { findExchange, type Said } from '../../view/exchange.ts'

interface Properties {
  readonly releaseId: string
  readonly events: readonly ReleaseEvent[]
}

export function Exchange({ releaseId, events }: Properties) {
  const { t } = useTexts()
  const said = findExchange(events)
  return (
    <section className="card stack">
      <h2>{t('authority.exchange')}</h2>
      {said.length === 0 ? (
        <p className="soft">{t('authority.nothingSaid')}</p>
      ) : (
        <ol className="exchange">
          {said.map((one) => (
            <Sentence key={one.event.seq} said={one} />
          ))}
        </ol>
      )}
      <Files releaseId={releaseId} />
    </section>
  )
}

function Sentence({ said: { event, isTheirs, isOpen } }: { readonly said: Said }) {
  const { t } = useTexts()
  return (
    <li className={isTheirs ? 'is-theirs' : ''}>
      <span className="row">
        <strong>{t(`event.${event.kind}`)}</strong>
        {isOpen && <Tag tone="amber">{t('authority.unanswered')}</Tag>}
      </span>
      {event.note && <p className="words">{event.note}</p>}
      <span className="soft small">
        {event.actor.name} · <Moment at={event.at} />
      </span>
    </li>
  )
}

function Files({ releaseId }: { readonly releaseId: string }) {
  const { t } = useTexts()
  const media = useQuery({
    queryKey: ['release', releaseId, 'media'],
    queryFn: () => authority.findMedia(releaseId),
  })
  const items = media.data?.items ?? []
  if (items.length === 0) return <p className="soft small">{t('authority.noFiles')}</p>
  return (
    <div className="stack-tight">
      <h3>{t('authority.files', { count: items.length })}</h3>
      <ul className="file-list">
        {items.map((file, index) => (
          <File key={file.id} file={file} number={index + 1} />
        ))}
      </ul>
    </div>
  )
}

/** Nothing loads before somebody asks for it. */
function File({ file, number }: { readonly file: SubmittedMedia; readonly number: number }) {
  const { t } = useTexts()
  const [isShown, setIsShown] = useState(false)
  const name = t('authority.file', { number })
  const path = `/v1/media/${encodeURIComponent(file.id)}`
  const isPicture = file.type.startsWith('image/')
  return (
    <li className="stack-tight">
      <span className="row-apart">
        <span>
          {name} <span className="soft small">{`${file.type} · ${describeBytes(file.bytes)}`}</span>
        </span>
        <Button size="small" onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'authority.hideFile' : 'authority.showFile')}
        </Button>
      </span>
      {isShown && isPicture && <img className="file-picture" src={path} alt={name} />}
      {isShown && !isPicture && (
        <video className="file-picture" src={path} controls preload="metadata">
          <track kind="captions" />
        </video>
      )}
    </li>
  )
}
