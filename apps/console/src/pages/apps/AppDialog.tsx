/** Registers an app, then shows its secret, once. */

import type { Subject } from '@fangxing/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Select, Switch } from 'antd'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { AppSecretDialog } from '../../parts/AppSecretDialog.tsx'
import { CategorySelect } from '../../parts/CategorySelect.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { categoryOf } from '../../view/categories.ts'
import { REGIONS } from '../../view/regions.ts'

interface AppForm {
  readonly name: string
  readonly appid?: string
  readonly kind: Subject['kind']
  readonly overseas?: boolean
  readonly region: string
  readonly categories?: readonly string[]
}

const KINDS: readonly Subject['kind'][] = ['enterprise', 'individual', 'government', 'other']

function createApp({ name, appid, kind, overseas, region, categories = [] }: AppForm) {
  return api.createApp({
    name,
    ...(appid ? { appid } : {}),
    subject: { kind, overseas: overseas ?? false, region },
    categories: categories.map(categoryOf),
  })
}

export function AppDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [form] = Form.useForm<AppForm>()
  const create = useMutation({
    mutationFn: createApp,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['apps'] }),
  })
  if (create.data) {
    const { app, secret } = create.data
    return <AppSecretDialog appid={app.appid} secret={secret} onClose={onClose} />
  }
  return (
    <Modal
      open
      title={t('apps.create')}
      okText={t('apps.create')}
      cancelText={t('state.cancel')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {create.error && <ProblemNotice error={create.error} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ kind: 'enterprise' }}
          onFinish={create.mutate}
        >
          <NameFields />
          <SubjectFields />
          <CategoryField />
        </Form>
      </div>
    </Modal>
  )
}

function NameFields() {
  const { t } = useTexts()
  return (
    <>
      <Form.Item
        name="name"
        label={t('apps.name')}
        rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="appid"
        label={t('apps.appid')}
        extra={t('apps.appidHint')}
        rules={[{ pattern: /^[A-Za-z0-9_-]{3,64}$/, message: t('apps.appidRule') }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  )
}

function SubjectFields() {
  const { t, language } = useTexts()
  return (
    <>
      <Form.Item name="kind" label={t('apps.subject')}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(`subjectKind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="overseas" label={t('apps.overseas')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="region"
        label={t('apps.region')}
        rules={[{ required: true, message: t('apps.regionMissing') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[...REGIONS].map(([code, name]) => ({
            value: code,
            label: `${name[language]} ${code}`,
          }))}
        />
      </Form.Item>
    </>
  )
}

function CategoryField() {
  const { t } = useTexts()
  const { data } = useQuery({ queryKey: ['categories'], queryFn: api.findCategories })
  return (
    <Form.Item name="categories" label={t('apps.categories')} extra={t('apps.categoriesHint')}>
      <CategorySelect table={data?.items ?? []} />
    </Form.Item>
  )
}
