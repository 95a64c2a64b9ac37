/** Where something was seen. A place in a file opens its source there, with the line marked. */

import { describePlace, type FilePlace, type Place } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'

interface Properties<Kind extends Place> {
  readonly releaseId: string
  readonly place: Kind
}

export function PlaceView({ releaseId, place }: Properties<Place>) {
  const { t } = useTexts()
  switch (place.kind) {
    case 'file':
      return <FilePlaceView releaseId={releaseId} place={place} />
    case 'submission':
      return (
        <span className="soft small">{t('findings.submissionField', { field: place.field })}</span>
      )
    case 'text':
      return <span className="soft small">{t('findings.textField', { ...place })}</span>
    case 'picture':
    case 'clip':
    case 'page':
      return <span className="soft small mono">{describePlace(place)}</span>
  }
}

function FilePlaceView({ releaseId, place }: Properties<FilePlace>) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const words = `${place.file}:${place.line}`
  const label = t(isOpen ? 'findings.hideSource' : 'findings.showSource', { place: words })
  return (
    <div>
      <button
        type="button"
        className="clear-button place-link mono"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words}
      </button>
      {isOpen && <Source releaseId={releaseId} place={place} />}
    </div>
  )
}

function Source({ releaseId, place }: Properties<FilePlace>) {
  const excerpt = useQuery({
    queryKey: ['source', releaseId, place.file, place.line],
    queryFn: () => api.getSource(releaseId, place.file, place.line),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Loaded query={excerpt}>
      {({ lines, file }) => (
        <section className="source mono" aria-label={file}>
          {lines.map(({ number, text }) => (
            <div
              key={number}
              className={`source-line ${number === place.line ? 'is-marked' : ''}`}
              {...(number === place.line ? { 'aria-current': true } : {})}
            >
              <span>{number}</span>
              <span>{text}</span>
            </div>
          ))}
        </section>
      )}
    </Loaded>
  )
}
