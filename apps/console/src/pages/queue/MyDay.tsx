/** My own part of the desk: today's budget, saved filters, and how hard things are shown to me. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { queueApi } from '../../api/queue.ts'
import type { MyDesk, ShieldKind } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SHIELD_KINDS } from '../../view/review/shield.ts'
import { nameOf, type QueueView, withFilter } from '../../view/review/wish.ts'
import { CorrectedCard } from './CorrectedCard.tsx'

interface Properties {
  readonly mine: MyDesk
  readonly view: QueueView
  readonly onChoose: (view: QueueView) => void
}

export function MyDay({ mine, view, onChoose }: Properties) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: queueApi.changeMine,
    onSuccess: (changed) => queries.setQueryData(['desk-mine'], changed),
  })
  return (
    <aside className="stack" aria-label={t('queue.mine')}>
      <Budget budget={mine.budget} />
      <CorrectedCard />
      <section className="card stack-tight">
        <h2>{t('queue.filters')}</h2>
        {change.error && <ProblemNotice error={change.error} />}
        <Filters
          mine={mine}
          view={view}
          onChoose={onChoose}
          onKeep={(filters) => change.mutate({ filters })}
        />
      </section>
      <section className="card stack-tight">
        <h2>{t('queue.shield')}</h2>
        <p className="soft small">{t('queue.shieldLead')}</p>
        <Select<ShieldKind>
          aria-label={t('queue.shieldPictures')}
          value={mine.shield.picture}
          onChange={(picture) => change.mutate({ shield: { ...mine.ownShield, picture } })}
          options={SHIELD_KINDS.map((value) => ({ value, label: t(`queue.shield_${value}`) }))}
        />
        <span className="row">
          <Switch
            aria-label={t('queue.muted')}
            checked={mine.shield.isMuted}
            onChange={(isMuted) => change.mutate({ shield: { ...mine.ownShield, isMuted } })}
          />
          {t('queue.muted')}
        </span>
      </section>
    </aside>
  )
}

const TONE = { fine: 'green', warned: 'amber', used: 'red' } as const

function Budget({ budget: { seen, most, state } }: Pick<MyDesk, 'budget'>) {
  const { t } = useTexts()
  return (
    <section className={`card stack-tight notice tone-${TONE[state]}`}>
      <h2>{t('queue.budget')}</h2>
      <progress value={Math.min(seen, most)} max={most} aria-label={t('queue.budget')} />
      <p>{t(`queue.budget_${state}`, { seen, most })}</p>
    </section>
  )
}

interface FiltersProperties extends Properties {
  readonly onKeep: (filters: MyDesk['filters']) => void
}

function Filters({ mine: { filters }, view, onChoose, onKeep }: FiltersProperties) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const present = nameOf(filters, view)
  const save = () => {
    onKeep(withFilter(filters, name.trim(), view))
    setName('')
  }
  return (
    <>
      {filters.length === 0 && <p className="soft small">{t('queue.noFilters')}</p>}
      <ul className="stack-tight">
        {filters.map((one) => (
          <li key={one.name} className="row-apart">
            <Button
              size="small"
              type={one.name === present ? 'primary' : 'default'}
              aria-pressed={one.name === present}
              onClick={() => onChoose({ ...one, state: 'waiting' })}
            >
              {one.name}
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={t('queue.removeFilter', { name: one.name })}
              onClick={() => onKeep(filters.filter((other) => other !== one))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <span className="row">
        <Input
          size="small"
          maxLength={40}
          aria-label={t('queue.filterName')}
          placeholder={t('queue.filterName')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={() => name.trim() !== '' && save()}
          style={{ width: 150 }}
        />
        <Button size="small" disabled={name.trim() === ''} onClick={save}>
          {t('queue.saveFilter')}
        </Button>
      </span>
    </>
  )
}
