/** Handing a version in: its categories, what it lets users publish, and what will follow. */

import type { Subject } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { api } from '../../api/client.ts'
import type { Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { CategorySelect } from '../../parts/CategorySelect.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { categoryOf, findConsequences, keyOf } from '../../view/categories.ts'
import { type SubmissionForm, toSubmission } from '../../view/submission.ts'
import { Consequences } from './Consequences.tsx'
import { PlanFor } from './developer/PlanFor.tsx'
import type { StepProperties } from './step-properties.ts'
import { UgcFields } from './UgcFields.tsx'
import { useStep } from './use-steps.ts'

/** `submit_audit` of the platform takes no more. */
const MAX_CATEGORIES = 5

export function SubmitDialog({ release, onClose }: StepProperties) {
  const { t } = useTexts()
  const [form] = Form.useForm<SubmissionForm>()
  const app = useApp(release.appid)
  const step = useStep<SubmissionForm>(
    release.id,
    'submit',
    (filled) => api.submit(release.id, toSubmission(filled)),
    onClose,
  )
  const known = release.categories.length > 0 ? release.categories : app.data?.categories
  return (
    <Modal
      open
      width={680}
      title={`${t('submit.title')} · ${release.appName} ${release.version}`}
      okText={t('submit.send')}
      cancelText={t('state.cancel')}
      confirmLoading={step.isPending}
      loading={app.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {(step.error ?? app.error) && <ProblemNotice error={step.error ?? app.error} />}
        {app.data && (
          <Form
            form={form}
            layout="vertical"
            initialValues={{ categories: known?.slice(0, MAX_CATEGORIES).map(keyOf), hasUgc: null }}
            onFinish={step.mutate}
          >
            <Fields release={release} subject={app.data.subject} />
          </Form>
        )}
      </div>
    </Modal>
  )
}

function useApp(appid: string) {
  return useQuery({ queryKey: ['app', appid], queryFn: () => api.getApp(appid) })
}

interface FieldsProperties {
  readonly release: Release
  readonly subject: Subject
}

function Fields({ release, subject }: FieldsProperties) {
  const { t } = useTexts()
  const { appid } = release
  const chosen = Form.useWatch<string[] | undefined>('categories') ?? []
  const table = useQuery({ queryKey: ['categories'], queryFn: api.findCategories })
  const ledger = useQuery({
    queryKey: ['app', appid, 'ledger'],
    queryFn: () => api.findLedger(appid),
  })
  const consequences = findConsequences(
    chosen.map(categoryOf),
    table.data?.items ?? [],
    (ledger.data?.items ?? []).map(({ category }) => category),
    subject,
  )
  return (
    <>
      <Form.Item
        name="categories"
        label={t('submit.categories')}
        extra={t('apps.categoriesHint')}
        rules={[{ required: true, message: t('submit.categoriesMissing') }]}
      >
        <CategorySelect table={table.data?.items ?? []} max={MAX_CATEGORIES} />
      </Form.Item>
      <Consequences consequences={consequences} />
      <PlanFor release={release} categories={chosen.map(categoryOf)} />
      <UgcFields isRequired={consequences.needsUgcDeclaration} />
      <Form.Item name="note" label={t('submit.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  )
}
