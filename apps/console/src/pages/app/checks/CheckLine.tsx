/** One check in a list: the answer, what was checked as far as it is kept, and its trace id. */

import { LABELS } from '@fangxing/contract'
import type { CheckRow } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { Tag } from '../../../parts/Tag.tsx'
import { TONE_OF_SUGGEST } from '../../../view/tones.ts'

interface Properties {
  readonly check: CheckRow
  readonly onOpen: (id: string) => void
}

export function CheckLine({ check, onOpen }: Properties) {
  const { t, say } = useTexts()
  const { id, suggest, label, texts, kind, at, writer, scene } = check
  const text = texts?.map((one) => one.text).join(' · ')
  return (
    <button type="button" className="clear-button list-row check-line" onClick={() => onOpen(id)}>
      <span className="row">
        <Tag tone={TONE_OF_SUGGEST[suggest]}>{t(`suggest.${suggest}`)}</Tag>
        <span className="one-line">{text ?? t(`record.kept.${kind}`)}</span>
      </span>
      <span className="soft small">
        {suggest !== 'pass' && `${say(LABELS[label])} · `}
        {scene > 0 && `${t(`scene.${scene}`)} · `}
        <Moment at={at} /> · <span className="mono">{writer ?? ''}</span>{' '}
        <span className="mono">{id}</span>
      </span>
    </button>
  )
}
