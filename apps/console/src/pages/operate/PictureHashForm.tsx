/** Adds one picture by its hash; pictures themselves are taught from their case. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Segmented } from 'antd'
import { operate } from '../../api/operate.ts'
import type { KnownPicture } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

type Draft = Omit<KnownPicture, 'id' | 'addedBy' | 'addedAt'>

export function PictureHashForm() {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Draft>()
  const add = useMutation({
    mutationFn: operate.addPicture,
    async onSuccess() {
      form.resetFields()
      void message.success(t('bank.added'))
      await queries.invalidateQueries({ queryKey: ['pictures'] })
    },
  })
  return (
    <section className="card stack">
      <h2>{t('bank.add')}</h2>
      <p className="soft small">{t('bank.addLead')}</p>
      {add.error && <ProblemNotice error={add.error} />}
      <Form
        form={form}
        layout="inline"
        className="inline-form"
        requiredMark={false}
        initialValues={{ kind: 'deny' }}
        onFinish={add.mutate}
      >
        <Fields />
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('bank.add')}
        </Button>
      </Form>
    </section>
  )
}

function Fields() {
  const { t } = useTexts()
  const required = { required: true, message: t('signIn.required') }
  return (
    <>
      <Form.Item
        name="bits"
        label={t('bank.bits')}
        rules={[{ required: true, pattern: /^[0-9a-f]{64}$/, message: t('bank.bitsHint') }]}
      >
        <Input className="mono wide-filter" maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="bank" label={t('bank.bank')} rules={[required]}>
        <Input maxLength={64} className="filter" />
      </Form.Item>
      <Form.Item name="label" label={t('bank.label')} rules={[required]}>
        <Input maxLength={64} className="filter" />
      </Form.Item>
      <Form.Item name="kind">
        <Segmented
          options={(['deny', 'allow'] as const).map((kind) => ({
            value: kind,
            label: t(`bank.kind.${kind}`),
          }))}
        />
      </Form.Item>
    </>
  )
}
