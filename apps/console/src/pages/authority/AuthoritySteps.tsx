/** The steps that the authority may take now, as buttons; each says what follows before it is taken. */

import { Button } from 'antd'
import { useState } from 'react'
import type { AssessmentReport, Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { type AuthorityStep, findAuthoritySteps } from '../../view/authority-steps.ts'
import { ClauseDialog } from '../release/ClauseDialog.tsx'
import { TakedownDialog } from '../release/TakedownDialog.tsx'
import { SentenceDialog } from './SentenceDialog.tsx'

interface Properties {
  readonly release: Release
  readonly report: AssessmentReport | undefined
}

export function AuthoritySteps({ release, report }: Properties) {
  const { t } = useTexts()
  const [open, setOpen] = useState<AuthorityStep | null>(null)
  const buttons = findAuthoritySteps(release)
  if (buttons.length === 0) return <p className="soft">{t('authority.nothingToDo')}</p>
  return (
    <>
      <section className="row" aria-label={t('release.actions')}>
        {buttons.map(({ step, isGrave }, index) => (
          <Button
            key={step}
            type={index === 0 && !isGrave ? 'primary' : 'default'}
            danger={isGrave}
            onClick={() => setOpen(step)}
          >
            {t(`authority.step.${step}`)}
          </Button>
        ))}
      </section>
      {open && (
        <StepDialog step={open} release={release} report={report} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

interface DialogProperties extends Properties {
  readonly step: AuthorityStep
  readonly onClose: () => void
}

function StepDialog({ step, report, ...rest }: DialogProperties) {
  switch (step) {
    case 'rejectFiling':
      return <ClauseDialog {...rest} action="rejectFiling" fence={null} report={report} />
    case 'orderTakedown':
      return <TakedownDialog {...rest} />
    default:
      return <SentenceDialog {...rest} step={step} />
  }
}
