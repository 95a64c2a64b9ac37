/** Brings a whole list in: what ordinary texts hit is shown first, and becomes a hint. */

import type { Label, TermLevel } from '@fangxing/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import type { ListImported } from '../../api/lexicon-types.ts'
import { operate } from '../../api/operate.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TermFields } from '../../parts/TermFields.tsx'
import { ImportReport } from './ImportReport.tsx'

interface Draft {
  readonly source: string
  readonly label: Label
  readonly level: TermLevel
  readonly note?: string
}

export function ImportCard() {
  const { t } = useTexts()
  const [form] = Form.useForm<Draft>()
  const { preview, bring } = useImport(() => form.resetFields(['source', 'note']))
  const error = preview.error ?? bring.error
  return (
    <div className="desk-grid">
      <section className="card stack">
        <h2>{t('lexicon.import')}</h2>
        <p className="soft small">{t('lexicon.importLead')}</p>
        {error && <ProblemNotice error={error} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ label: 21000, level: 'review' }}
          onFinish={preview.mutate}
        >
          <Fields />
          <Button type="primary" htmlType="submit" loading={preview.isPending}>
            {t('lexicon.preview')}
          </Button>
        </Form>
      </section>
      <Found
        report={preview.data}
        isBringing={bring.isPending}
        onBring={() => bring.mutate(form.getFieldsValue())}
      />
    </div>
  )
}

function useImport(onBrought: () => void) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const send = ({ note, ...draft }: Draft, preview: boolean) =>
    operate.importTerms({ ...draft, preview, ...(note ? { note } : {}) })
  const preview = useMutation({ mutationFn: (draft: Draft) => send(draft, true) })
  const bring = useMutation({
    mutationFn: (draft: Draft) => send(draft, false),
    async onSuccess({ imported }) {
      preview.reset()
      onBrought()
      void message.success(t('lexicon.imported', { count: imported }))
      await queries.invalidateQueries({ queryKey: ['terms'] })
    },
  })
  return { preview, bring }
}

interface FoundProperties {
  readonly report: ListImported | undefined
  readonly isBringing: boolean
  readonly onBring: () => void
}

function Found({ report, isBringing, onBring }: FoundProperties) {
  const { t } = useTexts()
  return (
    <section className="card stack">
      <h2>{t('lexicon.report')}</h2>
      {report === undefined ? (
        <p className="soft">{t('lexicon.noReport')}</p>
      ) : (
        <>
          <ImportReport report={report} />
          <div>
            <Button type="primary" loading={isBringing} onClick={onBring}>
              {t('lexicon.bringIn')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Fields() {
  const { t } = useTexts()
  const required = { required: true, whitespace: true, message: t('signIn.required') }
  return (
    <>
      <Form.Item name="source" label={t('lexicon.source')} rules={[required]}>
        <Input.TextArea rows={9} className="mono" placeholder={t('lexicon.sourceHint')} />
      </Form.Item>
      <TermFields />
      <Form.Item name="note" label={t('terms.note')}>
        <Input maxLength={2000} />
      </Form.Item>
    </>
  )
}
