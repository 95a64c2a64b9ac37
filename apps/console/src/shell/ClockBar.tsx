/** Says that the server's clock is a rehearsal, and lets an operator move it. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../api/client.ts'
import { useClock, useNow } from '../hooks/use-now.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { describeTime } from '../view/times.ts'
import { useUser } from './session.ts'

const HOUR_MS = 3_600_000

const STEPS = [
  ['advanceHour', HOUR_MS],
  ['advanceDay', 24 * HOUR_MS],
  ['advanceWeek', 7 * 24 * HOUR_MS],
] as const

export function ClockBar() {
  const { t } = useTexts()
  const { roles } = useUser()
  const { data: clock } = useClock()
  const now = useNow()
  const queries = useQueryClient()
  const advance = useMutation({
    mutationFn: (byMs: number) => api.advanceClock(byMs),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (!clock?.simulated) return null
  return (
    <section className="clock-bar" aria-label={t('clock.label')}>
      <span>{t('clock.simulated', { time: describeTime(now) })}</span>
      {roles.includes('operator') &&
        STEPS.map(([label, byMs]) => (
          <Button
            key={label}
            size="small"
            disabled={advance.isPending}
            onClick={() => advance.mutate(byMs)}
          >
            {t(`clock.${label}`)}
          </Button>
        ))}
    </section>
  )
}
