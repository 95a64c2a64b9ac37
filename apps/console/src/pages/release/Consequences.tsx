/** What a submission leads to, before it is sent. */

import type { Category } from '@fangxing/contract'
import { useTexts } from '../../hooks/use-texts.ts'
import type { CategoryConsequences } from '../../view/categories.ts'

export function Consequences({ consequences }: { readonly consequences: CategoryConsequences }) {
  const { t } = useTexts()
  const { toFile, filedBefore, closed, isPromised } = consequences
  const filing = isPromised ? 'submit.toFile' : 'submit.toFileUnpromised'
  return (
    <section className="place stack-tight consequences" aria-live="polite">
      <h3>{t('submit.consequences')}</h3>
      <p>{t('submit.path')}</p>
      {toFile.length > 0 ? (
        <p>{t(filing, { names: namesOf(toFile) })}</p>
      ) : (
        <p>{t('submit.noFiling')}</p>
      )}
      {filedBefore.length > 0 && <p>{t('submit.filedBefore', { names: namesOf(filedBefore) })}</p>}
      {closed.length > 0 && (
        <p className="notice tone-red">{t('submit.closed', { names: namesOf(closed) })}</p>
      )}
    </section>
  )
}

function namesOf(categories: readonly Category[]): string {
  return categories.map(({ first, second }) => `${first} · ${second}`).join('、')
}
