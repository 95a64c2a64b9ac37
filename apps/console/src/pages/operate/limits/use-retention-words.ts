/** What a retention means, as sentences. */

import type { ContentRetention } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'

export function useRetentionWords(): (retention: ContentRetention) => string {
  const { t } = useTexts()
  return ({ passed, doubtful, days }) =>
    [t(`limits.passed_${passed}`, { days }), t(`limits.doubtful_${doubtful}`, { days })].join('')
}
