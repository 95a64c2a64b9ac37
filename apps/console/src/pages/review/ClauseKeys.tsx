/** Clauses with the digits that pick them, and a field that finds the others by typing. */

import { Checkbox, type RefSelectProps, Select } from 'antd'
import type { Ref } from 'react'
import type { Clause } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import type { NumberedClause } from '../../view/review/clause-keys.ts'
import { leaveOnEscape } from './leave-on-escape.ts'

interface Properties {
  readonly numbered: readonly NumberedClause[]
  readonly books: readonly Clause[]
  readonly fieldRef: Ref<RefSelectProps>
  readonly onToggle: (id: string) => void
}

export function ClauseKeys({ numbered, books, fieldRef, onToggle }: Properties) {
  const { t, say } = useTexts()
  const others = books.filter(({ id }) => !numbered.some((one) => one.id === id))
  return (
    <fieldset className="clause-choice stack-tight">
      <legend>
        <strong>{t('queue.clauses')}</strong>
      </legend>
      {numbered.map(({ id, words, digit, isChosen }) => (
        <Checkbox key={id} checked={isChosen} onChange={() => onToggle(id)}>
          {digit !== null && <kbd>{digit}</kbd>} {say(words)}{' '}
          <span className="mono soft small">{id}</span>
        </Checkbox>
      ))}
      {!numbered.some(({ isChosen }) => isChosen) && (
        <p className="small">{t('queue.clauseMissing')}</p>
      )}
      <Select<string | null>
        ref={fieldRef}
        onKeyDown={leaveOnEscape}
        aria-label={t('queue.findClause')}
        placeholder={t('queue.findClause')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(id) => id && onToggle(id)}
        options={others.map(({ id, words }) => ({ value: id, label: `${id} ${say(words)}` }))}
      />
    </fieldset>
  )
}
