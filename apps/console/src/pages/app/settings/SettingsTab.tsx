/** What the app is registered as, its secret, and from where tokens are given. */

import type { App } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { useUser } from '../../../shell/session.ts'
import { keepsSecrets } from '../../../view/app-tabs.ts'
import { CategoriesCard } from './CategoriesCard.tsx'
import { SecretCard } from './SecretCard.tsx'
import { TokenAccessCard } from './TokenAccessCard.tsx'

export function SettingsTab({ app }: { readonly app: App }) {
  const { t } = useTexts()
  const { roles } = useUser()
  return (
    <div className="stack">
      <CategoriesCard app={app} />
      {keepsSecrets(roles, app.part) ? (
        <>
          <SecretCard appid={app.appid} />
          <TokenAccessCard appid={app.appid} />
        </>
      ) : (
        <p className="card soft">{t('settings.forOwners')}</p>
      )}
    </div>
  )
}
