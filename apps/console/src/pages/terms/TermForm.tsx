/** Adds a word to the lexicon. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { api } from '../../api/client.ts'
import type { TermEntry } from '../../api/types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TermFields } from '../../parts/TermFields.tsx'

interface TermDraft extends Omit<TermEntry, 'id'> {
  readonly conversions?: readonly string[]
  readonly scenes?: readonly number[]
  /** Days from now on that it counts; for ever when absent. */
  readonly days?: number | null
}

/** That an operator may choose from; the engine has the rest always. */
const CONVERSIONS = [
  'width',
  'case',
  'traditional',
  'digit',
  'accent',
  'enclosed',
  'lookalike',
  'invisible',
  'gap',
  'spelled',
  'repeat',
]
const SCENES = [1, 2, 3, 4]
const DAY_MS = 86_400_000

export function TermForm() {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<TermDraft>()
  const now = useNow()
  const add = useMutation({
    mutationFn: (draft: TermDraft) => api.createTerm(toTerm(draft, now)),
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
  const { t } = useTexts()
  return (
    <>
      <Form.Item
        name="text"
        label={t('terms.text')}
        rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <TermFields />
      <Form.Item name="note" label={t('terms.note')}>
        <Input maxLength={2000} />
      </Form.Item>
      <Reach />
    </>
  )
}

/** How far it reaches: which disguises, which scenes, how long. Nothing chosen is everything. */
function Reach() {
  const { t } = useTexts()
  return (
    <details className="term-reach">
      <summary className="soft">{t('lexicon.reach')}</summary>
      <Form.Item name="conversions" label={t('check.conversions')} extra={t('lexicon.allIfNone')}>
        <Select
          mode="multiple"
          options={CONVERSIONS.map((name) => ({ value: name, label: t(`conversion.${name}`) }))}
        />
      </Form.Item>
      <Form.Item name="scenes" label={t('check.scene')} extra={t('lexicon.allIfNone')}>
        <Select
          mode="multiple"
          options={SCENES.map((scene) => ({ value: scene, label: t(`policies.scene.${scene}`) }))}
        />
      </Form.Item>
      <Form.Item name="days" label={t('lexicon.days')}>
        <InputNumber min={1} max={3650} />
      </Form.Item>
    </details>
  )
}

/** What was left empty is not sent: then it counts everywhere and for ever. */
function toTerm({ note, conversions, scenes, days, ...term }: TermDraft, now: number) {
  return {
    ...term,
    ...(note ? { note } : {}),
    ...(conversions?.length ? { conversions } : {}),
    ...(scenes?.length ? { scenes } : {}),
    ...(days ? { validUntil: Math.round(now + days * DAY_MS) } : {}),
  }
}
