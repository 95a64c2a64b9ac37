/** One case, to be read: the decision, the content with its hits marked, the past, what it teaches. */

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import { queueApi } from '../../api/queue.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { itemKey } from '../../hooks/use-review-flow.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { CheckContent } from '../review/CheckContent.tsx'
import { CheckFacts } from '../review/CheckFacts.tsx'
import { PastCard } from '../review/PastCard.tsx'
import { DecisionCard } from './DecisionCard.tsx'
import { TeachCard } from './TeachCard.tsx'

export function CasePage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const decided = useQuery({
    queryKey: ['case', id],
    queryFn: () => api.getCase(id),
    refetchInterval: 10_000,
  })
  const content = useQuery({ queryKey: itemKey(id), queryFn: () => queueApi.getItem(id) })
  useCommands({ back: () => void navigate('/cases') })
  return (
    <>
      <Link className="back-link small" to="/cases">
        ‹ {t('case.back')}
      </Link>
      <PageHead title={t('case.title')} lead={<span className="mono">{id}</span>} />
      <Loaded query={decided}>
        {(one) => (
          <div className="review-grid">
            <div className="stack">
              <Loaded query={content}>
                {(whole) => (
                  <>
                    <CheckContent whole={whole} />
                    {whole.past && <PastCard past={whole.past} />}
                  </>
                )}
              </Loaded>
            </div>
            <div className="stack">
              <DecisionCard one={one} />
              <TeachCard one={one} />
              {content.data && <CheckFacts whole={content.data} />}
            </div>
          </div>
        )}
      </Loaded>
    </>
  )
}
