/** What would change, tried out before anybody is affected: back-test, trial, publish. */

import { LABELS, type Label } from '@fangxing/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm, Select } from 'antd'
import { useId, useState } from 'react'
import { operate } from '../../../api/operate.ts'
import type { Candidate, CheckPolicy } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { diffPolicies, toWords } from '../../../view/policy.ts'
import { BackTestReport } from './BackTestReport.tsx'
import { Differences } from './Differences.tsx'
import { useCheckRules } from './WeightsCard.tsx'

interface Properties {
  readonly live: CheckPolicy
  readonly draft: CheckPolicy
  readonly onReset: () => void
}

export function CandidateCard({ live, draft, onReset }: Properties) {
  const { t } = useTexts()
  const { data: rules } = useCheckRules()
  const words = useWords()
  const [note, setNote] = useState('')
  const differences = diffPolicies(live, draft, rules?.items ?? [])
  const candidate: Candidate = {
    policy: differences.length === 0 ? null : draft,
    add: words.drafts,
    remove: [],
  }
  return (
    <section className="card stack">
      <h2>{t('policies.candidate')}</h2>
      <Differences differences={differences} empty={t('policies.noDifference')} />
      <WordsField words={words} />
      <Note note={note} onChange={setNote} />
      <Steps
        candidate={candidate}
        note={note.trim()}
        onReset={() => {
          onReset()
          words.reset()
          setNote('')
        }}
      />
    </section>
  )
}

function useWords() {
  const [text, setText] = useState('')
  const [label, setLabel] = useState<Label>(10001)
  const drafts = toWords(text).map((word) => ({ text: word, label, level: 'review' as const }))
  return { text, setText, label, setLabel, drafts, reset: () => setText('') }
}

function WordsField({ words }: { readonly words: ReturnType<typeof useWords> }) {
  const { t, say } = useTexts()
  const id = useId()
  return (
    <div className="stack-tight">
      <label htmlFor={id}>{t('policies.words')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={20_000}
        value={words.text}
        onChange={({ target }) => words.setText(target.value)}
      />
      <div className="row">
        <Select
          aria-label={t('terms.label')}
          className="wide-filter"
          value={words.label}
          onChange={words.setLabel}
          options={(Object.keys(LABELS).map(Number) as Label[])
            .filter((label) => label !== 100)
            .map((label) => ({ value: label, label: `${label} ${say(LABELS[label])}` }))}
        />
        <span className="soft small">{t('policies.wordsHint')}</span>
      </div>
    </div>
  )
}

function Note({
  note,
  onChange,
}: {
  readonly note: string
  readonly onChange: (note: string) => void
}) {
  const { t } = useTexts()
  const id = useId()
  return (
    <div className="stack-tight">
      <label htmlFor={id}>{t('policies.why')}</label>
      <Input
        id={id}
        maxLength={500}
        value={note}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

interface StepsProperties {
  readonly candidate: Candidate
  readonly note: string
  readonly onReset: () => void
}

function Steps({ candidate, note, onReset }: StepsProperties) {
  const { t } = useTexts()
  const { test, start, publish, discard } = useSteps({ candidate, note, onReset })
  const isEmpty = candidate.policy === null && candidate.add.length === 0
  const error = test.error ?? start.error ?? publish.error
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button
          type="primary"
          disabled={isEmpty}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t('policies.backTest')}
        </Button>
        <Button disabled={isEmpty} loading={start.isPending} onClick={() => start.mutate()}>
          {t('policies.start')}
        </Button>
        <Popconfirm
          title={t('policies.publishConfirm')}
          okText={t('policies.publish')}
          cancelText={t('state.cancel')}
          onConfirm={() => publish.mutate()}
        >
          <Button danger disabled={isEmpty} loading={publish.isPending}>
            {t('policies.publish')}
          </Button>
        </Popconfirm>
        {!isEmpty && <Button onClick={discard}>{t('policies.reset')}</Button>}
      </div>
      {test.data && <BackTestReport report={test.data} />}
    </>
  )
}

function useSteps({ candidate, note, onReset }: StepsProperties) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const test = useMutation({ mutationFn: () => operate.backTest(candidate) })
  const discard = () => {
    test.reset()
    onReset()
  }
  const done = async (words: string) => {
    discard()
    void message.success(words)
    await queries.invalidateQueries()
  }
  const start = useMutation({
    mutationFn: () => operate.startTrial(candidate, note),
    onSuccess: () => done(t('policies.started')),
  })
  const publish = useMutation({
    mutationFn: () => publishBoth(candidate, note),
    onSuccess: () => done(t('policies.published')),
  })
  return { test, start, publish, discard }
}

/** The policy and the words are editions of their own. */
async function publishBoth({ policy, add }: Candidate, note: string): Promise<void> {
  if (policy !== null) await operate.publishPolicy(policy, note)
  if (add.length > 0) await operate.changeTerms({ add, remove: [], ...(note ? { note } : {}) })
}
