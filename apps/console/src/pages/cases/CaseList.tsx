/** Cases as links: what is suspected, where it stood, how long it waits, who looks at it. */

import { LABELS } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { Case } from '../../api/types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { describeAgo } from '../../view/times.ts'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

export function CaseList({ cases }: { readonly cases: readonly Case[] }) {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const names = new Map(apps?.items.map(({ appid, name }) => [appid, name]))
  return (
    <ul className="case-list" aria-label={t('cases.list')}>
      {cases.map((one) => (
        <li key={one.id}>
          <Row one={one} appName={names.get(one.appid) ?? one.appid} />
        </li>
      ))}
    </ul>
  )
}

function Row({ one, appName }: { readonly one: Case; readonly appName: string }) {
  const { t, say, language } = useTexts()
  const now = useNow()
  const { decision, claim } = one
  return (
    <Link className="release-row case-row" to={`/cases/${one.id}`}>
      <span className="stack-tight">
        <strong>
          {appName} · {t(`scene.${one.scene}`)}
        </strong>
        <span className="soft small">
          {describeAgo(one.openedAt, now, language)}
          {claim && ` · ${t('cases.heldBy', { name: claim.userName })}`}
        </span>
      </span>
      <Tag tone={decision ? TONE_OF_SUGGEST[decision.verdict] : 'amber'}>
        {decision ? t(`case.verdict_${decision.verdict}`) : say(LABELS[one.label])}
      </Tag>
    </Link>
  )
}
