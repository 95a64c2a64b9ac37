/** Proposals for the lexicon, each with its answer or with the buttons that give it one. */

import { LABELS } from '@fangxing/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { ListChange, Proposal } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { useUser } from '../../shell/session.ts'

interface Properties {
  readonly proposals: readonly Proposal[]
  /** Away from its case: with the way there. */
  readonly isLinked?: boolean
}

export function ProposalList({ proposals, isLinked = false }: Properties) {
  const { t } = useTexts()
  return (
    <ul className="brief-list">
      {proposals.map((proposal) => (
        <li key={proposal.id} className="stack-tight">
          <ChangeWords change={proposal.change} />
          <span className="row small">
            <span className="soft">{t('teach.by', { name: proposal.proposedBy.name })}</span>
            {isLinked && <Link to={`/cases/${proposal.caseId}`}>{t('teach.caseLink')}</Link>}
          </span>
          {proposal.stillFound.length > 0 && (
            <span className="small">
              {t('teach.stillFound', { words: proposal.stillFound.join('、') })}
            </span>
          )}
          {proposal.answer === null ? (
            <Answering proposal={proposal} />
          ) : (
            <span className="small">
              {t(`teach.answered_${proposal.answer.kind}`, {
                name: proposal.answer.by.name,
                edition: proposal.answer.edition ?? '–',
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function ChangeWords({ change }: { readonly change: ListChange }) {
  return <strong className="words">{useChangeWords(change)}</strong>
}

function useChangeWords(change: ListChange): string {
  const { t, say } = useTexts()
  switch (change.kind) {
    case 'deny':
      return t('teach.change_deny', {
        text: change.text,
        label: say(LABELS[change.label]),
        level: t(`level.${change.level}`),
      })
    case 'allow':
      return t('teach.change_allow', { phrase: change.phrase, term: change.term ?? change.termId })
    default:
      return t(`teach.change_${change.kind}`, { label: say(LABELS[change.label]) })
  }
}

/** Who proposed it may only take it back. */
function Answering({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTexts()
  const user = useUser()
  const queries = useQueryClient()
  const answer = useMutation({
    mutationFn: (kind: 'agree' | 'refuse') => api.answerProposal(proposal.id, kind),
    onSettled: () =>
      Promise.all(
        ['proposals', 'case', 'terms'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  })
  const isOwn = user.id === proposal.proposedBy.id
  return (
    <div className="stack-tight">
      {answer.error && <ProblemNotice error={answer.error} />}
      <div className="row">
        {isOwn ? (
          <span className="soft small">{t('teach.needSecond')}</span>
        ) : (
          <Button size="small" loading={answer.isPending} onClick={() => answer.mutate('agree')}>
            {t('teach.agree')}
          </Button>
        )}
        <Button size="small" loading={answer.isPending} onClick={() => answer.mutate('refuse')}>
          {t(isOwn ? 'teach.takeBack' : 'teach.refuse')}
        </Button>
      </div>
    </div>
  )
}
