/** The answer to a check: verdict, the text with its hits marked, each hit, each rule. */

import { LABELS } from '@fangxing/contract'
import type { TextCheck } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { HitTable } from '../../parts/HitTable.tsx'
import { MarkedText } from '../../parts/MarkedText.tsx'
import { RuleList } from '../../parts/RuleList.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

interface Properties {
  readonly text: string
  readonly check: TextCheck
}

export function CheckResult({ text, check }: Properties) {
  const { t, say } = useTexts()
  return (
    <>
      <div className="row">
        <Tag tone={TONE_OF_SUGGEST[check.suggest]}>{t(`suggest.${check.suggest}`)}</Tag>
        <span>
          {check.label} {say(LABELS[check.label])}
        </span>
      </div>
      <MarkedText field="content" text={text} hits={check.hits} />
      {check.hits.length === 0 ? <p>{t('check.noHits')}</p> : <HitTable hits={check.hits} />}
      <RuleList judgements={check.judgements} />
      <p className="soft small">{t('check.edition', { edition: check.edition })}</p>
    </>
  )
}
