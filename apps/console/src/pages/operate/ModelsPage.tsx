/** The text model: which edition judges, trying and publishing one, and all there were. */

import { useQuery } from '@tanstack/react-query'
import { models } from '../../api/models.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RollBack } from '../../parts/RollBack.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { ModelCandidate } from './models/ModelCandidate.tsx'
import { ModelList } from './models/ModelList.tsx'

export function ModelsPage() {
  const { t } = useTexts()
  const newest = useQuery({ queryKey: ['models', 'live'], queryFn: () => models.find(undefined) })
  return (
    <>
      <PageHead title={t('models.title')} lead={t('models.lead')} />
      <div className="stack">
        <Loaded query={newest}>
          {({ live, shipped }) => (
            <section className="card stack-tight">
              <span className="row">
                <Tag tone="green">{t('models.live')}</Tag>
                <span className="mono">{live.edition}</span>
                {live.edition === shipped && <span>{t('models.shippedName')}</span>}
              </span>
              {!live.isApplied && <p role="alert">{t('models.notApplied')}</p>}
              {live.edition !== shipped && (
                <span className="row">
                  <span>{t('models.backToShipped')}</span>
                  <RollBack number={0} goBack={models.rollBack} changes={['models']} />
                </span>
              )}
            </section>
          )}
        </Loaded>
        <ModelCandidate />
        <ModelList live={newest.data?.live.number ?? 0} />
      </div>
    </>
  )
}
