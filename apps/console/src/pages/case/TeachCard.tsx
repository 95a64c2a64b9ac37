/** What a decided case should teach the lexicon: a word to list, or a phrase that is innocent. */

import type { Label, TermHit } from '@fangxing/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { api } from '../../api/client.ts'
import type { CaseDecision, CheckedText, ListChange, WholeCase } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { TermFields } from '../../parts/TermFields.tsx'
import { useUser } from '../../shell/session.ts'
import { findTermsOf, guessPhrase } from '../../view/cases.ts'
import { PictureForm } from './PictureForm.tsx'
import { ProposalList } from './ProposalList.tsx'

export function TeachCard({ one }: { readonly one: WholeCase }) {
  const { t } = useTexts()
  const { roles } = useUser()
  const { decision, check, proposals } = one
  const mayPropose = roles.includes('reviewer') && decision !== null && check != null
  if (!mayPropose && proposals.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('teach.title')}</h2>
      <p className="soft small">{t('teach.lead')}</p>
      {proposals.length === 0 ? <p>{t('teach.none')}</p> : <ProposalList proposals={proposals} />}
      {mayPropose && <Proposing one={one} check={check} decision={decision} />}
    </section>
  )
}

interface ProposingProperties {
  readonly one: WholeCase
  readonly check: NonNullable<WholeCase['check']>
  readonly decision: CaseDecision
}

function Proposing({ one, check, decision }: ProposingProperties) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const propose = useMutation({
    mutationFn: (change: ListChange) => api.proposeChange(one.id, change),
    onSuccess() {
      void message.success(t('teach.proposed'))
      return Promise.all(
        [['case', one.id], ['proposals']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    },
  })
  const isBusy = propose.isPending
  return (
    <div className="stack">
      {propose.error && <ProblemNotice error={propose.error} />}
      {check.canTeachPicture && (
        <PictureForm {...{ decision, isBusy }} onPropose={propose.mutate} />
      )}
      {check.kind === 'text' && check.texts !== null && (
        <TextForm
          {...{ decision, isBusy }}
          texts={check.texts}
          hits={check.hits}
          onPropose={propose.mutate}
        />
      )}
    </div>
  )
}

function TextForm({ decision, texts, hits, ...form }: TextFormProperties) {
  return decision.verdict === 'pass' ? (
    <AllowForm texts={texts} hits={hits} {...form} />
  ) : (
    <DenyForm label={decision.label} {...form} />
  )
}

interface FormProperties {
  readonly isBusy: boolean
  readonly onPropose: (change: ListChange) => void
}

function DenyForm({ label, isBusy, onPropose }: FormProperties & { readonly label: Label }) {
  const { t } = useTexts()
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ label, level: 'block' }}
      onFinish={(draft) => onPropose({ kind: 'deny', ...draft })}
    >
      <h3>{t('teach.deny')}</h3>
      <Form.Item
        name="text"
        label={t('teach.denyText')}
        rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <TermFields />
      <Button htmlType="submit" loading={isBusy}>
        {t('teach.propose')}
      </Button>
    </Form>
  )
}

interface AllowProperties extends FormProperties {
  readonly texts: readonly CheckedText[]
  readonly hits: readonly TermHit[]
}

interface TextFormProperties extends AllowProperties {
  readonly decision: CaseDecision
}

function AllowForm({ texts, hits, isBusy, onPropose }: AllowProperties) {
  const { t } = useTexts()
  const [form] = Form.useForm<{ termId: string; phrase: string }>()
  const terms = findTermsOf(hits)
  const [first] = terms
  if (first === undefined) return null
  const guess = (termId: string) => {
    const hit = terms.find((one) => one.termId === termId)
    if (hit) form.setFieldValue('phrase', guessPhrase(hit, texts))
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ termId: first.termId, phrase: guessPhrase(first, texts) }}
      onFinish={(draft) => onPropose({ kind: 'allow', ...draft })}
    >
      <h3>{t('teach.allow')}</h3>
      <Form.Item name="termId" label={t('teach.allowTerm')}>
        <Select
          onChange={guess}
          options={terms.map(({ termId, term }) => ({ value: termId, label: term }))}
        />
      </Form.Item>
      <Form.Item
        name="phrase"
        label={t('teach.phrase')}
        rules={[{ required: true, whitespace: true, message: t('signIn.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Button htmlType="submit" loading={isBusy}>
        {t('teach.propose')}
      </Button>
    </Form>
  )
}
