/** How often each pair of answers met, ours and another checker's. */

import type { Agreement } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { composeAgreement } from '../../../view/agreement.ts'
import { describeShare } from '../../../view/overview.ts'

export function Pairs({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTexts()
  const { agreedShare, answered, unanswered } = composeAgreement(agreement)
  return (
    <>
      <p>
        {t('upstream.agreed', { share: describeShare(agreedShare), count: answered })}
        {unanswered > 0 && ` ${t('upstream.unanswered', { count: unanswered })}`}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('upstream.ours')}</th>
            <th scope="col">{t('upstream.theirs')}</th>
            <th scope="col">{t('upstream.count')}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.items.map(({ ours, theirs, count }) => (
            <tr key={`${ours} ${theirs}`}>
              <td>{t(`suggest.${ours}`)}</td>
              <td>{theirs === null ? t('upstream.none') : t(`suggest.${theirs}`)}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
