/** How far a running audit is. */

import { Progress } from 'antd'
import type { MaterialAudit } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'

export function AuditProgress({ audit }: { readonly audit: MaterialAudit }) {
  const { t, say } = useTexts()
  const { progress } = audit
  const percent = progress === null ? 0 : Math.round((progress.done / progress.all) * 100)
  return (
    <section className="card stack-tight" aria-live="polite">
      <strong>{t('material.auditing')}</strong>
      <span className="soft">
        {progress === null
          ? t('material.queued')
          : `${say(progress.step)} ${progress.done}/${progress.all}`}
      </span>
      <Progress percent={percent} showInfo={false} aria-label={t('material.auditing')} />
    </section>
  )
}
