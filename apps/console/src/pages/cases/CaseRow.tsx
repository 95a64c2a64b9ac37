/** One decided case as a link: where it stood, who decided it when, and what. */

import { LABELS } from '@fangxing/contract'
import { Link } from 'react-router'
import type { Case } from '../../api/types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PlainText } from '../../parts/PlainText.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { describeAgo } from '../../view/times.ts'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

export function CaseRow({ one, appName }: { readonly one: Case; readonly appName: string }) {
  const { t, say, language } = useTexts()
  const now = useNow()
  const { decision } = one
  return (
    <Link className="release-row case-row" to={`/cases/${one.id}`}>
      <span className="stack-tight">
        <strong>
          <PlainText text={appName} />
          {one.scene > 0 && ` · ${t(`scene.${one.scene}`)}`}
        </strong>
        <span className="soft small">
          {decision
            ? `${describeAgo(decision.at, now, language)} · ${decision.by ?? '–'}`
            : t('cases.lookedAtAgain')}
        </span>
      </span>
      {decision && (
        <span className="row">
          {decision.verdict === 'risky' && (
            <span className="soft small">{say(LABELS[decision.label])}</span>
          )}
          <Tag tone={TONE_OF_SUGGEST[decision.verdict]}>
            {t(`case.verdict_${decision.verdict}`)}
          </Tag>
        </span>
      )}
    </Link>
  )
}
