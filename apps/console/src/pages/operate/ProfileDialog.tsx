/** Saves another edition of the filing profile: its name, its clock, and from when it decides. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Form, Input, InputNumber, Modal, Radio } from 'antd'
import { operate } from '../../api/operate.ts'
import type { FilingProfile, ProfileClock, ProfileRow } from '../../api/operate-types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

const DAY_MS = 86_400_000
const REASONS = ['materialRequested', 'subjectUnreachable']

interface Properties {
  readonly profile: FilingProfile
  readonly categories: readonly ProfileRow[]
  readonly onClose: (isSaved: boolean) => void
}

interface Draft {
  readonly edition: string
  readonly inDays: number
  readonly kind: ProfileClock['kind']
  readonly pausesFor: readonly string[]
}

export function ProfileDialog({ profile, categories, onClose }: Properties) {
  const { t } = useTexts()
  const [form] = Form.useForm<Draft>()
  const saving = useSaving(profile, categories, () => onClose(true))
  return (
    <Modal
      open
      title={t('profile.saveTitle')}
      okText={t('profile.saveIt')}
      cancelText={t('state.cancel')}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <div className="stack">
        {saving.error && <ProblemNotice error={saving.error} />}
        <p>{t('profile.follows')}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ inDays: 0, ...profile.clock }}
          onFinish={saving.mutate}
        >
          <Fields />
        </Form>
      </div>
    </Modal>
  )
}

function useSaving(profile: FilingProfile, categories: readonly ProfileRow[], onSaved: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const now = useNow()
  return useMutation({
    mutationFn: ({ edition, inDays, kind, pausesFor }: Draft) =>
      operate.saveProfile({
        edition,
        categories,
        clock: { ...profile.clock, kind, pausesFor },
        ...(inDays > 0 ? { fromAt: Math.round(now + inDays * DAY_MS) } : {}),
      }),
    async onSuccess() {
      onSaved()
      void message.success(t('profile.saved'))
      await queries.invalidateQueries({ queryKey: ['filing-profile'] })
    },
  })
}

function Fields() {
  const { t } = useTexts()
  return (
    <>
      <Form.Item
        name="edition"
        label={t('profile.edition')}
        extra={t('profile.editionHint')}
        rules={[{ required: true, pattern: /^[\w.-]{1,40}$/, message: t('profile.editionHint') }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="inDays" label={t('profile.inDays')}>
        <InputNumber min={0} max={365} />
      </Form.Item>
      <Form.Item name="kind" label={t('profile.clock')}>
        <Radio.Group
          options={[
            { value: 'natural_days', label: t('filing.natural_days') },
            { value: 'hours_168', label: t('filing.hours_168') },
          ]}
        />
      </Form.Item>
      <Form.Item name="pausesFor" label={t('authority.pauseReason')}>
        <Checkbox.Group
          options={REASONS.map((reason) => ({
            value: reason,
            label: t(`authority.pauseFor.${reason}`),
          }))}
        />
      </Form.Item>
    </>
  )
}
