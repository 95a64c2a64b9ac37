/** A picture in doubt, blurred until somebody asks for it: nobody has to see it unprepared. */

import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../hooks/use-texts.ts'

export function CasePicture({ mediaId }: { readonly mediaId: string }) {
  const { t } = useTexts()
  const [isShown, show] = useState(false)
  return (
    <figure className="case-picture stack-tight">
      <img
        src={`/v1/media/${encodeURIComponent(mediaId)}`}
        alt={t('case.picture')}
        className={isShown ? '' : 'is-blurred'}
      />
      <figcaption>
        <Button size="small" aria-pressed={isShown} onClick={() => show(!isShown)}>
          {t(isShown ? 'case.blur' : 'case.show')}
        </Button>
      </figcaption>
    </figure>
  )
}
