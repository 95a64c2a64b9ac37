/** The lexicon: finding, adding and removing terms; whole lists brought in; editions, and going back. */

import { useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { Lexicon } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { findTerms } from '../../view/terms.ts'
import { EditionList } from './EditionList.tsx'
import { ImportCard } from './ImportCard.tsx'
import { RemoveFound } from './RemoveFound.tsx'
import { TermForm } from './TermForm.tsx'
import { TermTable } from './TermTable.tsx'

const PARTS = ['words', 'import', 'editions'] as const

export function TermsPage() {
  const { t } = useTexts()
  const [part, setPart] = useState<(typeof PARTS)[number]>('words')
  return (
    <>
      <PageHead title={t('terms.title')} lead={t('terms.lead')}>
        <Segmented
          value={part}
          onChange={setPart}
          options={PARTS.map((each) => ({ value: each, label: t(`lexicon.part.${each}`) }))}
        />
      </PageHead>
      {part === 'words' && <Words />}
      {part === 'import' && <ImportCard />}
      {part === 'editions' && <EditionList />}
    </>
  )
}

function Words() {
  const { t } = useTexts()
  const lexicon = useQuery({ queryKey: ['terms'], queryFn: api.findTerms })
  return (
    <div className="desk-grid">
      <section className="card">
        <h2>{t('terms.add')}</h2>
        <TermForm />
      </section>
      <section className="card stack">
        <Loaded query={lexicon}>{(value) => <Listed lexicon={value} />}</Loaded>
      </section>
    </div>
  )
}

function Listed({ lexicon }: { readonly lexicon: Lexicon }) {
  const { t, say } = useTexts()
  const [wanted, setWanted] = useState('')
  const found = findTerms(lexicon.items, wanted)
  return (
    <>
      <div className="row-apart">
        <Input.Search
          aria-label={t('terms.search')}
          placeholder={t('terms.search')}
          allowClear
          style={{ maxWidth: 260 }}
          onChange={({ target }) => setWanted(target.value)}
        />
        <span className="row">
          <span className="soft small">{t('terms.count', { count: found.length })}</span>
          {wanted.trim() !== '' && found.length > 1 && <RemoveFound terms={found} />}
        </span>
      </div>
      {lexicon.refused.map(({ id, text, because }) => (
        <p key={id} className="notice tone-amber">
          {text}：{say(because)}
        </p>
      ))}
      {found.length === 0 ? <Empty words={t('terms.empty')} /> : <TermTable terms={found} />}
      <p className="soft small">{t('check.edition', { edition: lexicon.edition })}</p>
    </>
  )
}
