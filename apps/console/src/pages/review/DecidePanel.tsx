/**
 * The decision, by clause: numbers pick clauses, the notice follows them until somebody edits it,
 * `a` lets pass and `r` stops. Nothing needs the mouse.
 */

import { LABELS, type Label } from '@fangxing/contract'
import { Button, Input, type InputRef, type RefSelectProps, Select } from 'antd'
import { useRef, useState } from 'react'
import type { ItemDecision, WholeItem } from '../../api/queue-types.ts'
import { useClauses } from '../../hooks/use-clauses.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { writeCheckNotice } from '../../view/review/check-notice.ts'
import { firstChoice, numberClauses, toggle } from '../../view/review/clause-keys.ts'
import { ClauseKeys } from './ClauseKeys.tsx'
import { leaveOnEscape } from './leave-on-escape.ts'

const NUMBERS = (Object.keys(LABELS).map(Number) as Label[]).filter((label) => label !== 100)

interface Properties {
  readonly whole: WholeItem
  readonly fence: number | null
  readonly onDecide: (decision: ItemDecision) => void
}

export function DecidePanel({ whole, fence, onDecide }: Properties) {
  const { t, say } = useTexts()
  const draft = useDraft(whole)
  const clauseField = useRef<RefSelectProps>(null)
  const labelField = useRef<RefSelectProps>(null)
  const noteField = useRef<InputRef>(null)
  const [openedAt] = useState(() => Date.now())
  const decide = (verdict: ItemDecision['verdict']) => {
    if (fence === null) return
    const spentMs = Date.now() - openedAt
    const risky = { label: draft.label, clauses: draft.chosen, note: draft.note }
    const pass = { clauses: [], note: draft.edited ?? '' }
    onDecide({ fence, verdict, spentMs, ...(verdict === 'risky' ? risky : pass) })
  }
  const reject = () => (draft.chosen.length > 0 ? decide('risky') : clauseField.current?.focus())
  useCommands({
    approve: () => decide('pass'),
    reject,
    clause: () => clauseField.current?.focus(),
    label: () => labelField.current?.focus(),
    note: () => noteField.current?.focus(),
    pick: (key) => draft.pick(Number(key)),
  })
  return (
    <section className="card stack decide-panel">
      <h2>{t('case.decision')}</h2>
      <ClauseKeys
        numbered={draft.numbered}
        books={draft.books}
        fieldRef={clauseField}
        onToggle={draft.toggle}
      />
      <div className="stack-tight">
        <label htmlFor="label-choice">
          {t('case.label')} <kbd>l</kbd>
        </label>
        <Select<Label>
          id="label-choice"
          ref={labelField}
          onKeyDown={leaveOnEscape}
          value={draft.label}
          onChange={draft.setLabel}
          options={NUMBERS.map((value) => ({ value, label: `${value} ${say(LABELS[value])}` }))}
        />
      </div>
      <div className="stack-tight">
        <label htmlFor="notice">
          {t('case.note')} <kbd>n</kbd>
        </label>
        <Input.TextArea
          id="notice"
          ref={noteField}
          onKeyDown={leaveOnEscape}
          rows={6}
          maxLength={2000}
          value={draft.note}
          onChange={({ target }) => draft.edit(target.value)}
        />
        <span className="row-apart soft small">
          {t(draft.edited === null ? 'queue.noticeFollows' : 'queue.noticeYours')}
          {draft.edited !== null && (
            <Button size="small" onClick={() => draft.edit(null)}>
              {t('queue.noticeAgain')}
            </Button>
          )}
        </span>
      </div>
      <div className="row">
        <Button type="primary" disabled={fence === null} onClick={() => decide('pass')}>
          {t('case.pass')} <kbd>a</kbd>
        </Button>
        <Button danger disabled={fence === null} onClick={reject}>
          {t('case.risky')} <kbd>r</kbd>
        </Button>
      </div>
    </section>
  )
}

function useDraft({ item, check }: WholeItem) {
  const { language } = useTexts()
  const judgements = check?.judgements ?? []
  const books = useClauses()
  const [chosen, choose] = useState(() => firstChoice(judgements))
  const [label, setLabel] = useState<Label>(item.label === 100 ? 21000 : item.label)
  const [edited, edit] = useState<string | null>(null)
  const numbered = numberClauses(judgements, chosen, books)
  const written = writeCheckNotice(
    label,
    numbered.filter(({ isChosen }) => isChosen),
    { judgements, hits: check?.hits ?? [] },
    language,
  )
  return {
    ...{ books, numbered, chosen, label, setLabel, edited, edit },
    note: edited ?? written,
    toggle: (id: string) => choose((before) => toggle(before, id)),
    pick(digit: number) {
      const picked = numbered.find((clause) => clause.digit === digit)
      if (picked) choose((before) => toggle(before, picked.id))
    },
  }
}
