/** Adds a word to the lexicon. */

import { LABELS, type Label } from '@fangxing/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { api } from '../../api/client.ts'
import type { TermEntry } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

type TermDraft = Omit<TermEntry, 'id'>

/** A listed word cannot be normal. */
const NUMBERS = (Object.keys(LABELS).map(Number) as Label[]).filter((label) => label !== 100)

export function TermForm() {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<TermDraft>()
  const add = useMutation({
    mutationFn: ({ note, ...term }: TermDraft) =>
      api.createTerm({ ...term, ...(note ? { note } : {}) }),
    async onSuccess() {
      form.resetFields(['text', 'note'])
      void message.success(t('terms.added'))
      await queries.invalidateQueries({ queryKey: ['terms'] })
    },
  })
  return (
    <div className="stack">
      {add.error && <ProblemNotice error={add.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ label: 21000, level: 'review' }}
        onFinish={add.mutate}
      >
        <Fields />
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('terms.add')}
        </Button>
      </Form>
    </div>
  )
}

function Fields() {
  const { t, say } = useTexts()
  return (
    <>
      <Form.Item
        name="text"
        label={t('terms.text')}
        rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="label" label={t('terms.label')}>
        <Select
          options={NUMBERS.map((label) => ({
            value: label,
            label: `${label} ${say(LABELS[label])}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="level" label={t('terms.level')}>
        <Select
          options={(['block', 'review', 'hint'] as const).map((level) => ({
            value: level,
            label: t(`level.${level}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('terms.note')}>
        <Input maxLength={2000} />
      </Form.Item>
    </>
  )
}
