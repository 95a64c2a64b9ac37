/**
 * Rejecting by clause. The notice follows the chosen clauses until a person edits it; then it is
 * theirs.
 */

import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { queueApi } from '../../api/queue.ts'
import type { AssessmentReport, Clause, ExplainedJudgement } from '../../api/types.ts'
import { useClauses } from '../../hooks/use-clauses.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { clauseProposals, writeNotice } from '../../view/notice.ts'
import { ClauseChoice } from './ClauseChoice.tsx'
import type { StepProperties } from './step-properties.ts'
import { useStep } from './use-steps.ts'

interface Properties extends StepProperties {
  readonly action: 'reject' | 'rejectFiling' | 'dismiss'
  readonly fence: number | null
  readonly report: AssessmentReport | undefined
}

interface Rejection {
  readonly clauses: readonly string[]
  readonly note: string
}

export function ClauseDialog({ release, action, fence, report, onClose }: Properties) {
  const { t } = useTexts()
  const judgements = report?.judgements ?? []
  const clauses = useClauses()
  const draft = useNotice(release, clauses, judgements)
  const step = useRejection({ release, action, fence, onClose })
  const isReady = draft.chosen.length > 0 && draft.note.trim() !== ''
  return (
    <Modal
      open
      width={720}
      title={`${t(`action.${action}`)} · ${release.appName} ${release.version}`}
      okText={t('decision.send')}
      cancelText={t('state.cancel')}
      okButtonProps={{ danger: true, disabled: !isReady }}
      confirmLoading={step.isPending}
      onOk={() => step.mutate({ clauses: draft.chosen, note: draft.note.trim() })}
      onCancel={onClose}
    >
      <div className="stack">
        {step.error && <ProblemNotice error={step.error} />}
        {action === 'rejectFiling' && <p>{t(`consequence.${action}`)}</p>}
        <ClauseChoice
          clauses={clauses}
          judgements={judgements}
          chosen={draft.chosen}
          onChange={draft.choose}
        />
        <Notice draft={draft} />
      </div>
    </Modal>
  )
}

function useRejection({ release, action, fence, onClose }: Omit<Properties, 'report'>) {
  return useStep<Rejection>(
    release.id,
    action,
    (rejection) => send(action, release.id, rejection, fence ?? 0),
    onClose,
  )
}

function send(action: Properties['action'], id: string, rejection: Rejection, fence: number) {
  switch (action) {
    case 'reject':
      return api.reject(id, { ...rejection, fence })
    case 'dismiss':
      return queueApi.dismissAppeal(id, { ...rejection, fence })
    case 'rejectFiling':
      return api.rejectFiling(id, rejection)
  }
}

interface NoticeDraft {
  readonly chosen: readonly string[]
  readonly choose: (clauses: readonly string[]) => void
  readonly note: string
  readonly isEdited: boolean
  /** Null gives the writing back to the clauses. */
  readonly edit: (note: string | null) => void
}

function useNotice(
  subject: { readonly appName: string; readonly version: string },
  clauses: readonly Clause[],
  judgements: readonly ExplainedJudgement[],
): NoticeDraft {
  const { language } = useTexts()
  const [chosen, choose] = useState<readonly string[]>(() => clauseProposals(judgements))
  const [edited, edit] = useState<string | null>(null)
  const written = writeNotice(
    subject,
    clauses.filter(({ id }) => chosen.includes(id)),
    judgements,
    language,
  )
  return { chosen, choose, note: edited ?? written, isEdited: edited !== null, edit }
}

function Notice({ draft }: { readonly draft: NoticeDraft }) {
  const { t } = useTexts()
  return (
    <div className="stack-tight">
      <label htmlFor="notice">
        <strong>{t('decision.notice')}</strong>
      </label>
      <Input.TextArea
        id="notice"
        rows={9}
        maxLength={2000}
        value={draft.note}
        onChange={({ target }) => draft.edit(target.value)}
      />
      <div className="row-apart soft small">
        {t(draft.isEdited ? 'decision.noticeEdited' : 'decision.noticeHint')}
        {draft.isEdited && (
          <Button size="small" onClick={() => draft.edit(null)}>
            {t('decision.rewrite')}
          </Button>
        )}
      </div>
    </div>
  )
}
