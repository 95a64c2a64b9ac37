/** A material at the desk: its open clauses are answered here, as on its own page. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { materialApi } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { openCase } from '../../view/materials.ts'
import { Audited } from '../material/Audited.tsx'

interface Properties {
  readonly materialId: string
  /** Null until it is held: then the material is asked again, who holds it has changed. */
  readonly fence: number | null
  /** Somebody has settled it. */
  readonly onDone: () => void
}

export function MaterialReview({ materialId, fence, onDone }: Properties) {
  const { t } = useTexts()
  const material = useQuery({
    queryKey: ['material', materialId],
    queryFn: () => materialApi.get(materialId),
  })
  const { refetch } = material
  useEffect(() => {
    if (fence !== null) void refetch()
  }, [fence, refetch])
  useDone(material.data && openCase(material.data.cases) !== null, onDone)
  return (
    <Loaded query={material}>
      {(one) => (
        <div className="stack">
          <p className="row">
            <strong>
              <PlainText text={one.name} />
            </strong>
            <span className="soft">{t(`materials.kind_${one.kind}`)}</span>
            <Link to={`/materials/${one.id}`}>{t('queue.materialOpen')}</Link>
          </p>
          <Audited one={one} />
        </div>
      )}
    </Loaded>
  )
}

/** The next one opens when this one was open and is no more. */
function useDone(isOpen: boolean | undefined, onDone: () => void) {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen === undefined) return
    const before = wasOpen.current
    wasOpen.current = isOpen
    if (before && !isOpen) onDone()
  })
}
