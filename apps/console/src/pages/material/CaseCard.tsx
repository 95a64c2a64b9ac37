/** The case of a material: taken by a reviewer, answered clause by clause, settled at once. */

import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ClauseRow, MaterialCase, WholeMaterial } from '../../api/materials.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { useUser } from '../../shell/session.ts'
import { holderOf } from '../../view/actions.ts'
import { type Answers, openRows, passTheRest } from '../../view/materials.ts'
import { useHolding, useMaterialSteps } from './use-material.ts'

interface Properties {
  readonly one: WholeMaterial
  readonly asked: MaterialCase
  readonly rows: readonly ClauseRow[]
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
}

export function CaseCard({ one, asked, rows, answers, onAnswer }: Properties) {
  const { t } = useTexts()
  const { roles } = useUser()
  return (
    <section className="card stack case-card">
      <h2>{t(asked.round === 'appeal' ? 'material.appealTitle' : 'material.caseTitle')}</h2>
      {asked.reason !== null && <p className="words">{asked.reason}</p>}
      {roles.includes('reviewer') ? (
        <Deciding one={one} asked={asked} rows={rows} answers={answers} onAnswer={onAnswer} />
      ) : (
        <p>{t('material.withPerson')}</p>
      )}
    </section>
  )
}

function Deciding({ one, asked, rows, answers, onAnswer }: Properties) {
  const { t } = useTexts()
  const user = useUser()
  const now = useNow()
  const isMine = useHolding(asked)
  const { claim, giveBack, decide } = useMaterialSteps(one.id, asked.id)
  const holder = holderOf(asked.claim, user.id, now)
  useCommands({ claim: () => !isMine && claim.mutate() })
  const error = claim.error ?? giveBack.error ?? decide.error
  return (
    <div className="stack">
      {error && <ProblemNotice error={error} />}
      {holder === 'other' && <p>{t('cases.heldBy', { name: asked.claim?.userName })}</p>}
      {!isMine && holder !== 'other' && (
        <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate()}>
          {t('case.claim')}
        </Button>
      )}
      {isMine && (
        <Settling
          rows={rows}
          answers={answers}
          onAnswer={onAnswer}
          isBusy={decide.isPending}
          onSettle={(note) => decide.mutate({ answers: [...answers.values()], note })}
          onGiveBack={() => giveBack.mutate()}
        />
      )}
    </div>
  )
}

interface SettlingProperties extends Pick<Properties, 'rows' | 'answers' | 'onAnswer'> {
  readonly isBusy: boolean
  readonly onSettle: (note: string) => void
  readonly onGiveBack: () => void
}

function Settling({ rows, answers, onAnswer, isBusy, onSettle, onGiveBack }: SettlingProperties) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const open = openRows(rows, answers).length
  return (
    <div className="stack">
      <p aria-live="polite">{t('material.open', { count: open })}</p>
      <Button onClick={() => onAnswer(passTheRest(rows, answers))}>{t('material.passRest')}</Button>
      <Input.TextArea
        rows={3}
        maxLength={2000}
        value={note}
        aria-label={t('material.note')}
        placeholder={t('material.note')}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="row">
        <Button type="primary" disabled={open > 0} loading={isBusy} onClick={() => onSettle(note)}>
          {t('material.settle')}
        </Button>
        <Button onClick={onGiveBack}>{t('claim.give')}</Button>
      </div>
    </div>
  )
}
