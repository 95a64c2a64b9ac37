/** One material: where it stands, every clause of the book, what was seen, and its audits. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { materialApi, type WholeMaterial } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { type Answers, openCase, TONE_OF_MATERIAL } from '../../view/materials.ts'
import { AuditList } from './AuditList.tsx'
import { AuditProgress } from './AuditProgress.tsx'
import { CaseCard } from './CaseCard.tsx'
import { ClauseRows } from './ClauseRows.tsx'
import { MaterialFacts } from './MaterialFacts.tsx'
import { MaterialText } from './MaterialText.tsx'
import { Plates } from './Plates.tsx'
import { useHolding } from './use-material.ts'

const WHILE_RUNNING_MS = 1500
const USUALLY_MS = 10_000

export function MaterialPage() {
  const { t } = useTexts()
  const { id = '' } = useParams()
  const material = useQuery({
    queryKey: ['material', id],
    queryFn: () => materialApi.get(id),
    refetchInterval: ({ state: { data } }) =>
      data?.lastAudit?.settledAt === null ? WHILE_RUNNING_MS : USUALLY_MS,
  })
  return (
    <>
      <Link className="back-link" to="/materials">
        {t('material.back')}
      </Link>
      <Loaded query={material}>{(one) => <Whole one={one} />}</Loaded>
    </>
  )
}

function Whole({ one }: { readonly one: WholeMaterial }) {
  const { t } = useTexts()
  return (
    <>
      <PageHead
        title={one.name}
        lead={
          <span className="row">
            <Tag tone={TONE_OF_MATERIAL[one.state]}>{t(`materialState.${one.state}`)}</Tag>
            <span className="soft">{t(`materials.kind_${one.kind}`)}</span>
          </span>
        }
      />
      {one.lastAudit && one.lastAudit.settledAt === null && <AuditProgress audit={one.lastAudit} />}
      <Audited one={one} />
    </>
  )
}

/** What the last audit with an answer found; a running one changes it only when it ends. */
function Audited({ one }: { readonly one: WholeMaterial }) {
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
