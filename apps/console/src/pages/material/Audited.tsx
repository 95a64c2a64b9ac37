/** What the last audit with an answer found; a running one changes it only when it ends. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { materialApi, type WholeMaterial } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { type Answers, openCase } from '../../view/materials.ts'
import { AuditList } from './AuditList.tsx'
import { CaseCard } from './CaseCard.tsx'
import { ClauseRows } from './ClauseRows.tsx'
import { MaterialFacts } from './MaterialFacts.tsx'
import { MaterialText } from './MaterialText.tsx'
import { Plates } from './Plates.tsx'
import { useHolding } from './use-material.ts'

export function Audited({ one }: { readonly one: WholeMaterial }) {
  const { t } = useTexts()
  const [answers, setAnswers] = useState<Answers>(new Map())
  const [nth, setNth] = useState<number | undefined>(undefined)
  const asked = openCase(one.cases)
  const isMine = useHolding(asked)
  const hasReport =
    one.lastAudit !== null && (one.lastAudit.nth > 1 || one.lastAudit.verdict !== null)
  const report = useQuery({
    queryKey: ['material-report', one.id, nth, one.lastAudit?.settledAt, one.state],
    queryFn: () => materialApi.getReport(one.id, nth),
    enabled: hasReport,
    placeholderData: (before) => before,
  })
  if (!hasReport) return <MaterialFacts one={one} />
  return (
    <Loaded query={report}>
      {(found) => (
        <div className="material-grid">
          <div className="stack">
            {found.notes.length > 0 && <Notes notes={found.notes} />}
            <ClauseRows
              report={found}
              answers={answers}
              {...(isMine && nth === undefined ? { onAnswer: setAnswers } : {})}
            />
            <p className="soft small">{t('findings.edition', { edition: found.edition })}</p>
          </div>
          <div className="stack">
            {asked && nth === undefined && (
              <CaseCard
                one={one}
                asked={asked}
                rows={found.rows}
                answers={answers}
                onAnswer={setAnswers}
              />
            )}
            <MaterialText report={found} />
            <MaterialFacts one={one} />
            <AuditList one={one} shown={found.nth} onShow={setNth} />
            <Plates plates={found.plates} rows={found.rows} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Notes({ notes }: { readonly notes: readonly { zh: string; en: string }[] }) {
  const { say } = useTexts()
  return (
    <div className="stack-tight">
      {notes.map((note) => (
        <p key={note.en} className="notice tone-amber">
          {say(note)}
        </p>
      ))}
    </div>
  )
}
