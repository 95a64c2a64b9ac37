/** Which quotas and what retention count otherwise, each in a line. */

import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import type { Quota } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import type { LimitDifference } from '../../../view/limits.ts'
import { useRetentionWords } from './use-retention-words.ts'

export function LimitDifferences({
  differences,
}: {
  readonly differences: readonly LimitDifference[]
}) {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const wordsOf = useWords()
  const nameOf = (scope: string | null) =>
    scope === null
      ? t('policies.allApps')
      : (apps?.items.find(({ appid }) => appid === scope)?.name ?? scope)
  if (differences.length === 0) return null
  return (
    <ul className="brief-list" aria-label={t('limits.changes')}>
      {differences.map((difference) => (
        <li key={`${difference.scope} ${difference.call}`}>
          <span>
            {nameOf(difference.scope)} ·{' '}
            {difference.call === null ? t('limits.retention') : t(`usage.call.${difference.call}`)}
          </span>
          <span className="words">{wordsOf(difference)}</span>
        </li>
      ))}
    </ul>
  )
}

function useWords(): (difference: LimitDifference) => string {
  const { t } = useTexts()
  const retention = useRetentionWords()
  const quota = ({ perMinute, perDay }: Quota) =>
    t('limits.quota', { minute: perMinute ?? t('limits.none'), day: perDay ?? t('limits.none') })
  return (difference) =>
    difference.call === null
      ? `${retention(difference.before)} → ${retention(difference.after)}`
      : `${quota(difference.before)} → ${quota(difference.after)}`
}
