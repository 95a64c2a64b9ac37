/** The decision: made by whoever holds the case, or read by everybody else. */

import { LABELS, type Label } from '@fangxing/contract'
import { Button, Form, Input, Select } from 'antd'
import type { WholeCase } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useFence } from '../../hooks/use-fence.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { holderOf } from '../../view/actions.ts'
import { describeTime } from '../../view/times.ts'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'
import { TakeNext } from './TakeNext.tsx'
import { useCaseSteps } from './use-case.ts'

/** What is against the rules cannot be normal. */
const NUMBERS = (Object.keys(LABELS).map(Number) as Label[]).filter((label) => label !== 100)

export function DecisionCard({ one }: { readonly one: WholeCase }) {
  const { t } = useTexts()
  const { roles } = useUser()
  return (
    <section className="card stack">
      <h2>{t('case.decision')}</h2>
      {one.decision && <Decided decision={one.decision} />}
      {one.decision && roles.includes('reviewer') && <TakeNext />}
      {!one.decision && roles.includes('reviewer') && <Deciding one={one} />}
    </section>
  )
}

function Decided({ decision }: { readonly decision: NonNullable<WholeCase['decision']> }) {
  const { t, say } = useTexts()
  const { verdict, label, note, by, at } = decision
  return (
    <div className="stack-tight">
      <div className="row">
        <Tag tone={TONE_OF_SUGGEST[verdict]}>{t(`case.verdict_${verdict}`)}</Tag>
        {verdict === 'risky' && <span>{say(LABELS[label])}</span>}
      </div>
      {note !== '' && <p className="words">{note}</p>}
      <p className="soft small">{t('case.decided', { name: by ?? '–', time: describeTime(at) })}</p>
    </div>
  )
}

function Deciding({ one }: { readonly one: WholeCase }) {
  const { t } = useTexts()
  const user = useUser()
  const now = useNow()
  const fence = useFence(one.id)
  const { claim, giveBack, decide } = useCaseSteps(one.id)
  const holder = holderOf(one.claim, user.id, now)
  const isMine = holder === 'me' && fence !== null
  useCommands({ claim: () => !isMine && claim.mutate() })
  const error = claim.error ?? giveBack.error ?? decide.error
  return (
    <div className="stack">
      {error && <ProblemNotice error={error} />}
      {holder === 'other' && <p>{t('cases.heldBy', { name: one.claim?.userName })}</p>}
      {!isMine && holder !== 'other' && (
        <>
          <p>{t('case.claimFirst')}</p>
          <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate()}>
            {t('case.claim')}
          </Button>
        </>
      )}
      {isMine && (
        <Settling
          one={one}
          isBusy={decide.isPending}
          onSettle={(draft) => decide.mutate({ ...draft, fence: fence ?? 0 })}
          onGiveBack={() => giveBack.mutate()}
        />
      )}
    </div>
  )
}

interface Settled {
  readonly verdict: 'pass' | 'risky'
  readonly label?: Label
  readonly note?: string
}

interface SettlingProperties {
  readonly one: WholeCase
  readonly isBusy: boolean
  readonly onSettle: (settled: Settled) => void
  readonly onGiveBack: () => void
}

function Settling({ one, isBusy, onSettle, onGiveBack }: SettlingProperties) {
  const { t, say } = useTexts()
  const [form] = Form.useForm<{ label: Label; note: string }>()
  const settle = (verdict: Settled['verdict']) => {
    const { label, note } = form.getFieldsValue()
    onSettle({ verdict, note, ...(verdict === 'risky' ? { label } : {}) })
  }
  useCommands({ approve: () => settle('pass'), reject: () => settle('risky') })
  const options = NUMBERS.map((label) => ({
    value: label,
    label: `${label} ${say(LABELS[label])}`,
  }))
  return (
    <Form form={form} layout="vertical" initialValues={{ label: one.label, note: '' }}>
      <Form.Item name="label" label={t('case.label')}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="note" label={t('case.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <div className="row">
        <Button type="primary" loading={isBusy} onClick={() => settle('pass')}>
          {t('case.pass')}
        </Button>
        <Button danger loading={isBusy} onClick={() => settle('risky')}>
          {t('case.risky')}
        </Button>
        <Button onClick={onGiveBack}>{t('claim.give')}</Button>
      </div>
    </Form>
  )
}
