/** Every audit of a material with what it changed; any of them can be shown or taken along. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import {
  type MaterialAudit,
  materialApi,
  reportPath,
  type WholeMaterial,
} from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { TONE_OF_VERDICT } from '../../view/tones.ts'

interface Properties {
  readonly one: WholeMaterial
  /** The audit that the page shows. */
  readonly shown: number
  readonly onShow: (nth: number | undefined) => void
}

export function AuditList({ one, shown, onShow }: Properties) {
  const { t } = useTexts()
  const audits = useQuery({
    queryKey: ['material-audits', one.id, one.lastAudit?.settledAt],
    queryFn: () => materialApi.findAudits(one.id),
  })
  const latest = one.lastAudit?.verdict === null ? undefined : one.lastAudit?.nth
  return (
    <section className="card stack">
      <h2>{t('material.audits')}</h2>
      <Loaded query={audits}>
        {({ items }) => (
          <ul className="brief-list">
            {items.map((audit) => (
              <li key={audit.id}>
                <Audit audit={audit} />
                {audit.verdict !== null && audit.nth !== shown && (
                  <Button
                    size="small"
                    onClick={() => onShow(audit.nth === latest ? undefined : audit.nth)}
                  >
                    {t('material.show', { nth: audit.nth })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <div className="row">
        <a href={reportPath(one.id, shown, 'html')} target="_blank" rel="noreferrer">
          {t('material.asHtml')}
        </a>
        <a href={reportPath(one.id, shown, 'sarif')} target="_blank" rel="noreferrer">
          {t('material.asSarif')}
        </a>
      </div>
    </section>
  )
}

function Audit({ audit }: { readonly audit: MaterialAudit }) {
  const { t } = useTexts()
  const { verdict, changes, trouble, settledAt } = audit
  return (
    <span className="stack-tight">
      <span className="row">
        <strong>{t('material.nth', { nth: audit.nth })}</strong>
        {verdict && <Tag tone={TONE_OF_VERDICT[verdict]}>{t(`verdict.${verdict}`)}</Tag>}
        {trouble && <span className="mono small">{trouble.code}</span>}
        {settledAt === null && <span className="soft small">{t('material.auditing')}</span>}
      </span>
      <span className="soft small">
        {t(`material.cause_${audit.cause}`)} · <Moment at={audit.requestedAt} />
      </span>
      {changes !== null && (
        <span className="small">
          {changes.length === 0
            ? t('material.unchanged')
            : t('material.changed', { clauses: changes.map(nameOf).join('、') })}
        </span>
      )}
    </span>
  )
}

/** `baijiahao-2019/7.b` is `7.b ↑` when it became worse. */
function nameOf({ clauseId, direction }: NonNullable<MaterialAudit['changes']>[number]): string {
  const arrow = { worse: '↑', better: '↓', other: '' }[direction]
  return `${clauseId.slice(clauseId.indexOf('/') + 1)}${arrow}`
}
