/** A trained file: tried on stored checks, then published. It is read in the browser. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { models } from '../../../api/models.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { FileButton } from '../../../parts/FileButton.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { BackTestReport } from '../policies/BackTestReport.tsx'

interface Chosen {
  readonly name: string
  /** Undefined: the file is no JSON. */
  readonly adjustment: unknown
}

export function ModelCandidate() {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const attempt = useMutation({ mutationFn: models.attempt })
  const choose = async (file: File) => {
    attempt.reset()
    setChosen({ name: file.name, adjustment: parse(await file.text()) })
  }
  return (
    <section className="card stack">
      <h2>{t('models.candidate')}</h2>
      <p className="soft">{t('models.howTo')}</p>
      <span className="row">
        <FileButton
          accept=".json,application/json"
          label={t('models.choose')}
          onChoose={(file) => void choose(file)}
        >
          {t('models.choose')}
        </FileButton>
        {chosen && <span>{t('models.chosen', { name: chosen.name })}</span>}
      </span>
      {chosen && chosen.adjustment === undefined && <p role="alert">{t('models.unreadable')}</p>}
      {chosen && chosen.adjustment !== undefined && (
        <>
          <div>
            <Button loading={attempt.isPending} onClick={() => attempt.mutate(chosen.adjustment)}>
              {t('models.attempt')}
            </Button>
          </div>
          {attempt.error && <ProblemNotice error={attempt.error} />}
          {attempt.data && (
            <>
              <p className="mono small">{t('models.attempting', { ...attempt.data })}</p>
              <BackTestReport report={attempt.data} />
            </>
          )}
          <Publishing adjustment={chosen.adjustment} onPublished={() => setChosen(null)} />
        </>
      )}
    </section>
  )
}

interface Properties {
  readonly adjustment: unknown
  readonly onPublished: () => void
}

function Publishing({ adjustment, onPublished }: Properties) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: () => models.publish(adjustment, note.trim()),
    async onSuccess({ number }) {
      void message.success(t('models.published', { number }))
      onPublished()
      await queries.invalidateQueries({ queryKey: ['models'] })
    },
  })
  return (
    <>
      {publish.error && <ProblemNotice error={publish.error} />}
      <span className="row">
        <Input
          aria-label={t('policies.why')}
          placeholder={t('policies.why')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <Popconfirm
          title={t('models.publishConfirm')}
          okText={t('models.publish')}
          cancelText={t('state.cancel')}
          onConfirm={() => publish.mutate()}
        >
          <Button type="primary" loading={publish.isPending}>
            {t('models.publish')}
          </Button>
        </Popconfirm>
      </span>
    </>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
