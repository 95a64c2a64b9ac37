/** The record of a check in doubt: what was suspected, of which app and writer, when, by which rules. */

import { LABELS } from '@fangxing/contract'
import { Link } from 'react-router'
import type { WholeItem } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PlainText } from '../../parts/PlainText.tsx'

export function CheckFacts({ whole: { item, check } }: { readonly whole: WholeItem }) {
  const { t, say } = useTexts()
  return (
    <section className="card">
      <h2>{t('case.facts')}</h2>
      <dl className="facts">
        <dt>{t('case.suspected')}</dt>
        <dd>{say(LABELS[item.label])}</dd>
        <dt>{t('case.app')}</dt>
        <dd>
          <Link to={`/apps/${item.appid}`}>
            <PlainText text={item.appName} />
          </Link>
        </dd>
        <dt>{t('case.writer')}</dt>
        <dd className="mono">
          <PlainText text={item.writer ?? t('state.none')} />
        </dd>
        <dt>{t('case.opened')}</dt>
        <dd>
          <Moment at={item.openedAt} />
        </dd>
        {check && (
          <>
            <dt>{t('queue.edition')}</dt>
            <dd className="mono">{check.edition}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
