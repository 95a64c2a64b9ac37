/** What is known of the material, how it was decided, and what its author can do next. */

import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { MaterialCase, WholeMaterial } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { TONE_OF_VERDICT } from '../../view/tones.ts'
import { useAuthorSteps } from './use-material.ts'

export function MaterialFacts({ one }: { readonly one: WholeMaterial }) {
  const { t } = useTexts()
  const decided = one.cases.filter(({ decision }) => decision !== null)
  return (
    <section className="card stack">
      <h2>{t('material.facts')}</h2>
      <dl className="facts">
        <dt>{t('materials.app')}</dt>
        <dd>
          <Link to={`/apps/${one.appid}`}>{one.appid}</Link>
        </dd>
        {one.address !== null && (
          <>
            <dt>{t('materials.address')}</dt>
            <dd className="words">{one.address}</dd>
          </>
        )}
        <dt>{t('material.profile')}</dt>
        <dd className="mono">{one.profile}</dd>
        <dt>{t('material.handedIn')}</dt>
        <dd>
          <Moment at={one.createdAt} />
        </dd>
        <dt>{t('materials.everyHours')}</dt>
        <dd>{one.everyHours ?? t('state.none')}</dd>
      </dl>
      {one.lastAudit?.trouble && (
        <p className="notice tone-red">
          {t('material.failed', { code: one.lastAudit.trouble.code })}
        </p>
      )}
      {decided.map((past) => (
        <Decided key={past.id} past={past} />
      ))}
      <Steps one={one} />
    </section>
  )
}

function Decided({ past }: { readonly past: MaterialCase }) {
  const { t } = useTexts()
  const { decision, round } = past
  if (decision === null) return null
  return (
    <div className="stack-tight">
      <div className="row">
        <Tag tone={TONE_OF_VERDICT[decision.verdict]}>{t(`verdict.${decision.verdict}`)}</Tag>
        <span className="soft small">
          {round === 'appeal' && `${t('material.appeal')} · `}
          {decision.by !== undefined && `${decision.by} · `}
          <Moment at={decision.at} />
        </span>
      </div>
      {decision.note !== '' && <p className="words">{decision.note}</p>}
    </div>
  )
}

function Steps({ one }: { readonly one: WholeMaterial }) {
  const { t } = useTexts()
  const { roles } = useUser()
  const [isAppealing, setIsAppealing] = useState(false)
  const { audit, appeal } = useAuthorSteps(one.id)
  const isRunning = one.lastAudit?.settledAt === null
  return (
    <>
      {audit.error && <ProblemNotice error={audit.error} />}
      <div className="row">
        <Button disabled={isRunning} loading={audit.isPending} onClick={() => audit.mutate()}>
          {t('material.again')}
        </Button>
        {one.canAppeal && roles.includes('developer') && (
          <Button onClick={() => setIsAppealing(true)}>{t('material.appeal')}</Button>
        )}
      </div>
      {isAppealing && (
        <AppealDialog
          error={appeal.error}
          isBusy={appeal.isPending}
          onClose={() => setIsAppealing(false)}
          onAppeal={(reason) => appeal.mutate(reason, { onSuccess: () => setIsAppealing(false) })}
        />
      )}
    </>
  )
}

interface AppealProperties {
  readonly error: unknown
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onAppeal: (reason: string) => void
}

function AppealDialog({ error, isBusy, onClose, onAppeal }: AppealProperties) {
  const { t } = useTexts()
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      open
      title={t('material.appeal')}
      okText={t('material.appealSubmit')}
      cancelText={t('state.cancel')}
      confirmLoading={isBusy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {error ? <ProblemNotice error={error} /> : null}
      <Form form={form} layout="vertical" onFinish={({ reason }) => onAppeal(reason)}>
        <Form.Item
          name="reason"
          label={t('material.appealReason')}
          rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
