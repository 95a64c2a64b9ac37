/** Ordering a version down: by when, and why. */

import { Form, Input, Modal, Segmented } from 'antd'
import { api } from '../../api/client.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import type { StepProperties } from './step-properties.ts'
import { useStep } from './use-steps.ts'

const HOUR_MS = 3_600_000
const CHOICES = [2, 24, 72]

interface Order {
  readonly note: string
  readonly hours: number
}

export function TakedownDialog({ release, onClose }: StepProperties) {
  const { t } = useTexts()
  const now = useNow()
  const [form] = Form.useForm<Order>()
  const step = useStep<Order>(
    release.id,
    'orderTakedown',
    ({ note, hours }) =>
      api.orderTakedown(release.id, { note, deadlineAt: Math.round(now + hours * HOUR_MS) }),
    onClose,
  )
  return (
    <Modal
      open
      title={`${t('action.orderTakedown')} · ${release.appName} ${release.version}`}
      okText={t('action.orderTakedown')}
      cancelText={t('state.cancel')}
      okButtonProps={{ danger: true }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {step.error && <ProblemNotice error={step.error} />}
        <p>{t('consequence.orderTakedown')}</p>
        <Form form={form} layout="vertical" initialValues={{ hours: 24 }} onFinish={step.mutate}>
          <Fields />
        </Form>
      </div>
    </Modal>
  )
}

function Fields() {
  const { t } = useTexts()
  return (
    <>
      <Form.Item name="hours" label={t('decision.deadline')}>
        <Segmented
          options={CHOICES.map((hours) => ({
            value: hours,
            label: t('decision.deadlineHours', { hours }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('decision.noteToDeveloper')}
        rules={[{ required: true, whitespace: true, message: t('decision.noteMissing') }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </>
  )
}
