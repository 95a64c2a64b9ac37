/** Whose turn it is, in a sentence, and the steps that this person may take. */

import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { AssessmentReport, Release } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useFence } from '../../hooks/use-fence.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { useTurnWords } from '../../hooks/use-turn-words.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { useUser } from '../../shell/session.ts'
import { type Action, type ActionButton, findActions, holderOf } from '../../view/actions.ts'
import { eventsOf } from '../../view/developer-steps.ts'
import { describeEnd, describeSpan } from '../../view/times.ts'
import { Deadline } from './developer/Deadline.tsx'
import { StepDialog } from './StepDialog.tsx'
import { useClaim } from './use-steps.ts'

interface Properties {
  readonly release: Release
  readonly report: AssessmentReport | undefined
}

export function ActionBar({ release, report }: Properties) {
  const [open, setOpen] = useState<Action | null>(null)
  const fence = useFence(release.id)
  const { claim } = useClaim(release.id)
  const buttons = useButtons(release, fence)
  const start = (action: Action) => (action === 'claim' ? claim.mutate() : setOpen(action))
  const startIfShown = (action: Action) => {
    if (buttons.some((button) => button.action === action && !button.isHeldByOther)) start(action)
  }
  useCommands({
    claim: () => startIfShown('claim'),
    approve: () => DECIDING.approve.forEach(startIfShown),
    reject: () => DECIDING.reject.forEach(startIfShown),
  })
  return (
    <>
      {claim.error && <ProblemNotice error={claim.error} />}
      <section className="card turn-banner">
        <TurnWords release={release} fence={fence} />
        <Buttons buttons={buttons} isBusy={claim.isPending} onPress={start} />
      </section>
      {open && (
        <StepDialog
          action={open}
          release={release}
          report={report}
          fence={fence}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function useButtons(release: Release, fence: number | null): readonly ActionButton[] {
  const { id } = useUser()
  const holder = holderOf(release.claim, id, useNow())
  return findActions(eventsOf(release), holder === 'me' && fence === null ? 'nobody' : holder)
}

interface WordsProperties {
  readonly release: Release
  readonly fence: number | null
}

function TurnWords({ release, fence }: WordsProperties) {
  const { t } = useTexts()
  const { state, takedown } = release
  const words = useTurnWords(release)
  const time = takedown ? describeEnd(takedown.deadlineAt) : ''
  return (
    <div className="stack-tight">
      <h2>{words}</h2>
      <p>{t(`turnNote.${state}`, { time, percent: release.greyPercentage ?? 0 })}</p>
      <Deadline release={release} />
      <ClaimWords release={release} fence={fence} />
    </div>
  )
}

function ClaimWords({ release, fence }: WordsProperties) {
  const { t, language } = useTexts()
  const { id } = useUser()
  const now = useNow()
  const { giveBack } = useClaim(release.id)
  const { claim } = release
  const holder = holderOf(claim, id, now)
  if (claim === null || holder === 'nobody') return null
  const span = describeSpan(claim.expiresAt - now, language)
  return (
    <div className="row soft small">
      {t(`claim.${holder === 'me' ? 'mine' : 'other'}`, { name: claim.userName, span })}
      {holder === 'me' && fence === null && ` ${t('claim.renew')}`}
      {holder === 'me' && (
        <Button size="small" loading={giveBack.isPending} onClick={() => giveBack.mutate()}>
          {t('claim.give')}
        </Button>
      )}
    </div>
  )
}

interface ButtonsProperties {
  readonly buttons: readonly ActionButton[]
  readonly isBusy: boolean
  readonly onPress: (action: Action) => void
}

const KEY_OF: Readonly<Partial<Record<Action, string>>> = {
  claim: 'c',
  approve: 'a',
  reject: 'r',
  reverse: 'a',
  dismiss: 'r',
}

/** Never both of a line: an appeal is answered, a submission decided. */
const DECIDING = { approve: ['approve', 'reverse'], reject: ['reject', 'dismiss'] } as const

function Buttons({ buttons, isBusy, onPress }: ButtonsProperties) {
  const { t } = useTexts()
  if (buttons.length === 0) return null
  return (
    <section className="row" aria-label={t('release.actions')}>
      {buttons.map(({ action, isDangerous, isHeldByOther }, index) => (
        <Tooltip key={action} title={KEY_OF[action] && <kbd>{KEY_OF[action]}</kbd>}>
          <Button
            type={index === 0 && !isDangerous ? 'primary' : 'default'}
            danger={isDangerous}
            disabled={isHeldByOther}
            loading={action === 'claim' && isBusy}
            onClick={() => onPress(action)}
          >
            {t(`action.${action}`)}
          </Button>
        </Tooltip>
      ))}
    </section>
  )
}
