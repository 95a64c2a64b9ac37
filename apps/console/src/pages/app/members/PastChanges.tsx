/** Who came, left and became an owner, newest first. */

import type { MemberChange } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Moment } from '../../../parts/Moment.tsx'

export function PastChanges({ changes }: { readonly changes: readonly MemberChange[] }) {
  const { t } = useTexts()
  return (
    <section className="card stack-tight">
      <h2>{t('members.past')}</h2>
      <ul className="rows">
        {changes.map(({ name, part, by, at }) => (
          <li key={`${at} ${name} ${part}`} className="row-apart">
            <span>
              {t(`members.became.${part ?? 'removed'}`, { name })}{' '}
              <span className="soft small">
                {by === '' ? t('members.byUpgrade') : t('members.addedBy', { name: by })}
              </span>
            </span>
            <span className="soft small">
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
