/** What the server refused, in words, with the code and the request id to quote. */

import { Button } from 'antd'
import { ApiProblem, detailLines, sentenceOf } from '../api/problem.ts'
import type { ProblemDetails } from '../api/types.ts'
import { useTexts } from '../hooks/use-texts.ts'

interface Properties {
  readonly error: unknown
  readonly onRetry?: () => void
}

export function ProblemNotice({ error, onRetry }: Properties) {
  const { t } = useTexts()
  return (
    <div className="notice tone-red stack-tight" role="alert">
      {error instanceof ApiProblem ? (
        <Refusal problem={error.problem} />
      ) : (
        <p className="notice-title">{t('problem.crashed')}</p>
      )}
      {onRetry && (
        <div>
          <Button size="small" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Refusal({ problem }: { readonly problem: ProblemDetails }) {
  const { t, say } = useTexts()
  const sentence = sentenceOf(problem.code)
  return (
    <>
      <p className="notice-title">{sentence ? say(sentence) : t('problem.unreachable')}</p>
      {detailLines(problem).map((line) => (
        <p key={line} className="mono">
          {line}
        </p>
      ))}
      <p className="small">
        {t('problem.code')} <span className="mono">{problem.code}</span>
        {problem.requestId && (
          <>
            {' · '}
            {t('problem.requestId')} <span className="mono">{problem.requestId}</span>
          </>
        )}
      </p>
    </>
  )
}
