/** The filing plan of a version: what files, what to add first, and when a launch can be counted on. */

import type { Category } from '@fangxing/contract'
import type { FilingPlan } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { keyOf } from '../../../view/categories.ts'
import { describeTime } from '../../../view/times.ts'
import { PlaceView } from '../PlaceView.tsx'

interface Properties {
  readonly releaseId: string
  readonly plan: FilingPlan
}

export function PlanPanel({ releaseId, plan }: Properties) {
  const { t } = useTexts()
  const { files, filedBefore, closedToSubject, licences, launchPromisedAt } = plan
  return (
    <div className="stack-tight plan">
      <p>{files.length === 0 ? t('plan.noFiling') : t('plan.files')}</p>
      {files.length > 0 && <Names of={files} tone="violet" />}
      {launchPromisedAt !== null && files.length > 0 && (
        <p>{t('plan.launchAt', { time: describeTime(launchPromisedAt) })}</p>
      )}
      {files.length > 0 && !plan.promised && <p>{t('plan.unpromised')}</p>}
      <AddNow releaseId={releaseId} plan={plan} />
      {filedBefore.length > 0 && (
        <div className="soft">
          {t('plan.filedBefore')} <Names of={filedBefore} tone="green" />
        </div>
      )}
      {closedToSubject.length > 0 && (
        <div className="notice tone-red">
          {t('plan.closed')} <Names of={closedToSubject} tone="red" />
        </div>
      )}
      {licences.map(({ category, anyOf }) => (
        <p key={keyOf(category)} className="small">
          {t('plan.licence', { name: nameOf(category) })} {anyOf.join(t('plan.or'))}
        </p>
      ))}
      <Unsure releaseId={releaseId} plan={plan} />
    </div>
  )
}

function AddNow({ releaseId, plan: { addNow } }: Properties) {
  const { t, say } = useTexts()
  if (addNow.length === 0) return null
  return (
    <div className="notice tone-amber stack-tight">
      <strong>{t('plan.addNow')}</strong>
      <ul className="stack-tight">
        {addNow.map(({ ruleId, title, places, anyOf, add }) => (
          <li key={ruleId}>
            {say(title)}：{add ? nameOf(add) : anyOf.map(nameOf).join(t('plan.or'))}
            <Places releaseId={releaseId} places={places} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Unsure({ releaseId, plan: { unsure } }: Properties) {
  const { t, say } = useTexts()
  if (unsure.length === 0) return null
  return (
    <details>
      <summary>{t('plan.unsure', { count: unsure.length })}</summary>
      <ul className="stack-tight small">
        {unsure.map(({ ruleId, title, because, places, anyOf }) => (
          <li key={ruleId}>
            {say(title)}
            {because && <span className="soft"> {say(because)}</span>}
            {anyOf.length > 0 && (
              <span className="soft">
                {' '}
                {t('plan.maybe')} {anyOf.map(nameOf).join(t('plan.or'))}
              </span>
            )}
            <Places releaseId={releaseId} places={places} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The first few places; the findings of the review have all of them. */
const PLACES_SHOWN = 3

function Places({
  releaseId,
  places,
}: {
  readonly releaseId: string
  readonly places: FilingPlan['answered'][number]['places']
}) {
  return places
    .slice(0, PLACES_SHOWN)
    .map((place) => <PlaceView key={JSON.stringify(place)} releaseId={releaseId} place={place} />)
}

function Names({ of, tone }: { readonly of: readonly Category[]; readonly tone: string }) {
  return (
    <ul className="row">
      {of.map((category) => (
        <li key={keyOf(category)} className={`tag tone-${tone}`}>
          {nameOf(category)}
        </li>
      ))}
    </ul>
  )
}

function nameOf({ first, second }: Category): string {
  return `${first} · ${second}`
}
