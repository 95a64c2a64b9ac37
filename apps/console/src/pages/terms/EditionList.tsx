/** The editions of the lexicon: who changed what and why, term by term, and going back. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { EditionDetails, EditionSummary } from '../../api/lexicon-types.ts'
import { operate } from '../../api/operate.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { PagedList } from '../../parts/PagedList.tsx'
import { RollBack } from '../../parts/RollBack.tsx'
import { Tag } from '../../parts/Tag.tsx'

export function EditionList() {
  const { t } = useTexts()
  return (
    <PagedList<EditionSummary>
      queryKey={['terms', 'editions']}
      ask={operate.findEditions}
      label={t('lexicon.part.editions')}
      empty={t('lexicon.noEditions')}
      keyOf={({ number }) => String(number)}
      rowHeight={66}
    >
      {(edition, index) => <Row edition={edition} isLatest={index === 0} />}
    </PagedList>
  )
}

interface Properties {
  readonly edition: EditionSummary
  readonly isLatest: boolean
}

function Row({ edition, isLatest }: Properties) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const { number, at, by, note, restores, added, removed, changed } = edition
  return (
    <div className="log-row">
      <span className="row">
        <strong>{t('lexicon.edition', { number })}</strong>
        {isLatest && <Tag tone="green">{t('policies.live')}</Tag>}
      </span>
      <span className="stack-tight">
        <span>
          {t('lexicon.changes', { added, removed, changed })}
          {restores !== null && ` · ${t('policies.restores', { restores })}`}
        </span>
        {note && <span className="words small">{note}</span>}
        <span className="soft small">
          {by} · <Moment at={at} />
        </span>
        {isOpen && <Details number={number} />}
      </span>
      <span className="row">
        <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('lexicon.details')}
        </Button>
        {!isLatest && (
          <RollBack number={number} goBack={operate.rollBackLexicon} changes={['terms']} />
        )}
      </span>
    </div>
  )
}

function Details({ number }: { readonly number: number }) {
  const details = useQuery({
    queryKey: ['terms', 'editions', number],
    queryFn: () => operate.getEdition(number),
  })
  return <Loaded query={details}>{(value) => <Changes details={value} />}</Loaded>
}

/** More than this many words are a file to read, not a page. */
const MOST_SHOWN = 100

function Changes({ details }: { readonly details: EditionDetails }) {
  const { t } = useTexts()
  const lists = [
    ['added', details.added.map(({ text }) => text)],
    ['removed', [...details.removed.map(({ text }) => text), ...details.hidden]],
    [
      'changed',
      details.changed.map(({ before, fields }) => `${before.text} (${fields.join(', ')})`),
    ],
    ['shown', details.shown],
  ] as const
  return (
    <dl className="facts small">
      {lists.map(
        ([name, words]) =>
          words.length > 0 && (
            <div key={name} className="contents">
              <dt>{t(`lexicon.list.${name}`)}</dt>
              <dd className="words">{words.slice(0, MOST_SHOWN).join('、')}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
