/** The lexicon: finding, adding and removing terms. */

import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { Lexicon } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { findTerms } from '../../view/terms.ts'
import { TermForm } from './TermForm.tsx'
import { TermTable } from './TermTable.tsx'

export function TermsPage() {
  const { t } = useTexts()
  const lexicon = useQuery({ queryKey: ['terms'], queryFn: api.findTerms })
  return (
    <>
      <PageHead title={t('terms.title')} lead={t('terms.lead')} />
      <div className="desk-grid">
        <section className="card">
          <h2>{t('terms.add')}</h2>
          <TermForm />
        </section>
        <section className="card stack">
          <Loaded query={lexicon}>{(value) => <Listed lexicon={value} />}</Loaded>
        </section>
      </div>
    </>
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
        <span className="soft small">{t('terms.count', { count: found.length })}</span>
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
