/** What the app is registered as, its secret, and from where tokens are given. */

import type { App } from '../../../api/types.ts'
import { CategoriesCard } from './CategoriesCard.tsx'
import { SecretCard } from './SecretCard.tsx'
import { TokenAccessCard } from './TokenAccessCard.tsx'

export function SettingsTab({ app }: { readonly app: App }) {
  return (
    <div className="stack">
      <CategoriesCard app={app} />
      <SecretCard appid={app.appid} />
      <TokenAccessCard appid={app.appid} />
    </div>
  )
}
