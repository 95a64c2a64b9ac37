/** Tasks with a known answer: made of a decided case by its number, handed out until retired. */

import { LABELS } from '@fangxing/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import type { GoldenTask } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

export function GoldenCard() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [caseId, setCaseId] = useState('')
  const found = useQuery({ queryKey: ['desk-golden'], queryFn: queueApi.findGolden })
  const again = () => queries.invalidateQueries({ queryKey: ['desk-golden'] })
  const add = useMutation({
    mutationFn: () => queueApi.addGolden(caseId.trim()),
    onSuccess() {
      setCaseId('')
      return again()
    },
  })
  const retire = useMutation({ mutationFn: queueApi.retireGolden, onSuccess: again })
  const error = add.error ?? retire.error
  return (
    <section className="card stack-tight">
      <h2>{t('quality.goldenTasks')}</h2>
      <p className="soft small">{t('quality.goldenLead')}</p>
      {error && <ProblemNotice error={error} />}
      <span className="row">
        <Input
          aria-label={t('quality.caseId')}
          placeholder={t('quality.caseId')}
          value={caseId}
          onChange={({ target }) => setCaseId(target.value)}
          style={{ width: 280 }}
        />
        <Button
          disabled={caseId.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('quality.addGolden')}
        </Button>
      </span>
      <Loaded query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft small">{t('quality.noGolden')}</p>
          ) : (
            <Tasks items={items} onRetire={retire.mutate} />
          )
        }
      </Loaded>
    </section>
  )
}

interface TasksProperties {
  readonly items: readonly GoldenTask[]
  readonly onRetire: (id: string) => void
}

function Tasks({ items, onRetire }: TasksProperties) {
  const { t, say } = useTexts()
  return (
    <ul className="stack-tight">
      {items.map(({ id, checkId, verdict, rightLabel, isRetired }) => (
        <li key={id} className="row-apart">
          <span className="row">
            <Tag tone={TONE_OF_SUGGEST[verdict]}>{t(`case.verdict_${verdict}`)}</Tag>
            {verdict === 'risky' && say(LABELS[rightLabel])}
            <Link className="mono small" to={`/cases/${checkId}`}>
              {checkId}
            </Link>
          </span>
          {isRetired ? (
            <span className="soft small">{t('quality.retired')}</span>
          ) : (
            <Button size="small" onClick={() => onRetire(id)}>
              {t('quality.retire')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
