/**
 * How often apps may ask and what is kept of contents: for all and for one, with what would change
 * said before it counts. Saved as an edition of the check policy, with who and why.
 */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { operate } from '../../api/operate.ts'
import type { CheckPolicy, Limits } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import {
  diffLimits,
  isOwnRetention,
  limitsIn,
  withQuota,
  withRetention,
} from '../../view/limits.ts'
import type { Scope } from '../../view/policy.ts'
import { LimitDifferences } from './limits/LimitDifferences.tsx'
import { QuotaTable } from './limits/QuotaTable.tsx'
import { RetentionFields } from './limits/RetentionFields.tsx'
import { ScopeSelect } from './limits/ScopeSelect.tsx'

export function LimitsPage() {
  const { t } = useTexts()
  const policy = useQuery({ queryKey: ['policy'], queryFn: operate.getPolicy })
  const shipped = useQuery({
    queryKey: ['shipped-limits'],
    queryFn: operate.getShippedLimits,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <PageHead title={t('limits.title')} lead={t('limits.lead')} />
      <Loaded query={shipped}>
        {(limits) => (
          <Loaded query={policy}>
            {(live) => <Editor key={JSON.stringify(live)} live={live} shipped={limits} />}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

interface EditorProperties {
  readonly live: CheckPolicy
  readonly shipped: Limits
}

/** A fresh one when the live policy has changed: a draft of an older one would undo it. */
function Editor({ live, shipped }: EditorProperties) {
  const { t } = useTexts()
  const [draft, setDraft] = useState(live)
  const [scope, setScope] = useState<Scope>(null)
  const { retention } = limitsIn(draft, scope, shipped)
  return (
    <div className="stack">
      <section className="card stack">
        <div className="row-apart">
          <h2>{t('limits.quotas')}</h2>
          <ScopeSelect scope={scope} onChange={setScope} />
        </div>
        <p className="soft small">{t('limits.quotasLead')}</p>
        <QuotaTable
          policy={draft}
          scope={scope}
          shipped={shipped}
          onChange={(call, quota) => setDraft(withQuota(draft, scope, shipped, { call, quota }))}
        />
      </section>
      <section className="card stack">
        <h2>
          {t('limits.retention')}{' '}
          {isOwnRetention(draft, scope) && <Tag tone="amber">{t('limits.own')}</Tag>}
        </h2>
        <RetentionFields
          retention={retention}
          onChange={(kept) => setDraft(withRetention(draft, scope, shipped, kept))}
        />
      </section>
      <SaveCard live={live} draft={draft} shipped={shipped} onReset={() => setDraft(live)} />
    </div>
  )
}

interface SaveProperties extends EditorProperties {
  readonly draft: CheckPolicy
  readonly onReset: () => void
}

function SaveCard({ live, draft, shipped, onReset }: SaveProperties) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const differences = diffLimits(live, draft, shipped)
  const save = useMutation({
    mutationFn: () => operate.publishPolicy(draft, note.trim()),
    async onSuccess() {
      void message.success(t('limits.saved'))
      await queries.invalidateQueries({ queryKey: ['policy'] })
    },
  })
  const isSame = differences.length === 0
  return (
    <section className="card stack">
      <h2>{t('limits.changes')}</h2>
      {save.error && <ProblemNotice error={save.error} />}
      {isSame ? (
        <p className="soft">{t('limits.unchanged')}</p>
      ) : (
        <LimitDifferences differences={differences} />
      )}
      <Input
        aria-label={t('policies.why')}
        placeholder={t('policies.why')}
        maxLength={300}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="row">
        <Button
          type="primary"
          disabled={isSame}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('limits.save')}
        </Button>
        {!isSame && <Button onClick={onReset}>{t('policies.reset')}</Button>}
        <Link to="/operate/policies">{t('limits.editions')}</Link>
      </div>
    </section>
  )
}
