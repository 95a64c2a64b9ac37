/**
 * Who is calling about a filing: take a code to read out, or type in the one that was heard.
 *
 * A code is shown once and only here; it is forgotten with the page.
 */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { portal } from '../../../api/portal.ts'
import type { ContactAnswer } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { describeTime } from '../../../view/times.ts'

export function ContactCard({ releaseId }: { readonly releaseId: string }) {
  const { t } = useTexts()
  return (
    <section className="card stack">
      <div className="stack-tight">
        <h2>{t('contact.title')}</h2>
        <p className="soft small">{t('contact.lead')}</p>
      </div>
      <Taking releaseId={releaseId} />
      <Checking releaseId={releaseId} />
    </section>
  )
}

function Taking({ releaseId }: { readonly releaseId: string }) {
  const { t } = useTexts()
  const code = useMutation({ mutationFn: () => portal.takeContactCode(releaseId) })
  return (
    <div className="stack-tight">
      {code.error && <ProblemNotice error={code.error} />}
      {code.data && (
        <div role="status">
          <div className="big-figure mono">{code.data.code}</div>
          <p className="soft small">
            {t('contact.until', { time: describeTime(code.data.expiresAt) })}
          </p>
        </div>
      )}
      <div>
        <Button size="small" loading={code.isPending} onClick={() => code.mutate()}>
          {t(code.data ? 'contact.another' : 'contact.take')}
        </Button>
      </div>
    </div>
  )
}

function Checking({ releaseId }: { readonly releaseId: string }) {
  const { t } = useTexts()
  const id = useId()
  const [heard, setHeard] = useState('')
  const queries = useQueryClient()
  const check = useMutation({
    mutationFn: () => portal.checkContactCode(releaseId, heard),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['release', releaseId] }),
  })
  const isEmpty = heard.trim() === ''
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty) check.mutate()
      }}
    >
      {check.error && <ProblemNotice error={check.error} />}
      <label htmlFor={id}>{t('contact.heard')}</label>
      <div className="row">
        <Input
          id={id}
          value={heard}
          maxLength={40}
          autoComplete="off"
          className="mono grow"
          onChange={({ target }) => setHeard(target.value)}
        />
        <Button htmlType="submit" disabled={isEmpty} loading={check.isPending}>
          {t('contact.check')}
        </Button>
      </div>
      {check.data && <Answer answer={check.data} />}
    </form>
  )
}

function Answer({ answer }: { readonly answer: ContactAnswer }) {
  const { t, say } = useTexts()
  const { ok, says, caller, guessesLeft } = answer
  return (
    <p className={`notice ${ok ? 'tone-green' : 'tone-red'}`} role="status">
      {say(says)}
      {caller && ` ${t(`role.${caller.kind}`)} ${caller.name}`}
      {!ok && guessesLeft > 0 && ` ${t('contact.guesses', { count: guessesLeft })}`}
    </p>
  )
}
