/** One case: the content with its hits marked, what the rules said, the decision, what it teaches. */

import { LABELS } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { WholeCase } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { CaseContent } from './CaseContent.tsx'
import { DecisionCard } from './DecisionCard.tsx'
import { TeachCard } from './TeachCard.tsx'

export function CasePage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['case', id],
    queryFn: () => api.getCase(id),
    refetchInterval: 10_000,
  })
  useCommands({ back: () => void navigate('/cases') })
  return (
    <>
      <Link className="back-link" to="/cases">
        {t('case.back')}
      </Link>
      <PageHead title={t('case.title')} lead={<span className="mono">{id}</span>} />
      <Loaded query={found}>
        {(one) => (
          <div className="desk-grid">
            <div className="stack">
              <DecisionCard one={one} />
              <CheckFacts one={one} />
            </div>
            <div className="stack">
              <CaseContent one={one} />
              <TeachCard one={one} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  )
}

function CheckFacts({ one }: { readonly one: WholeCase }) {
  const { t, say } = useTexts()
  return (
    <section className="card">
      <h2>{t('case.facts')}</h2>
      <dl className="facts">
        <dt>{t('case.suspected')}</dt>
        <dd>{say(LABELS[one.label])}</dd>
        <dt>{t('case.app')}</dt>
        <dd>
          <Link to={`/apps/${one.appid}`}>{one.appid}</Link>
        </dd>
        <dt>{t('case.writer')}</dt>
        <dd className="mono">{one.writer ?? t('state.none')}</dd>
        <dt>{t('case.scene')}</dt>
        <dd>{t(`scene.${one.scene}`)}</dd>
        <dt>{t('case.opened')}</dt>
        <dd>
          <Moment at={one.openedAt} />
        </dd>
      </dl>
    </section>
  )
}
