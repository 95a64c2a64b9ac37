/** One material: where it stands, every clause of the book, what was seen, and its audits. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { materialApi, type WholeMaterial } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { TONE_OF_MATERIAL } from '../../view/materials.ts'
import { Audited } from './Audited.tsx'
import { AuditProgress } from './AuditProgress.tsx'

const WHILE_RUNNING_MS = 1500
const USUALLY_MS = 10_000

export function MaterialPage() {
  const { t } = useTexts()
  const { id = '' } = useParams()
  const material = useQuery({
    queryKey: ['material', id],
    queryFn: () => materialApi.get(id),
    refetchInterval: ({ state: { data } }) =>
      data?.lastAudit?.settledAt === null ? WHILE_RUNNING_MS : USUALLY_MS,
  })
  return (
    <>
      <Link className="back-link" to="/materials">
        {t('material.back')}
      </Link>
      <Loaded query={material}>{(one) => <Whole one={one} />}</Loaded>
    </>
  )
}

function Whole({ one }: { readonly one: WholeMaterial }) {
  const { t } = useTexts()
  return (
    <>
      <PageHead
        title={one.name}
        lead={
          <span className="row">
            <Tag tone={TONE_OF_MATERIAL[one.state]}>{t(`materialState.${one.state}`)}</Tag>
            <span className="soft">{t(`materials.kind_${one.kind}`)}</span>
          </span>
        }
      />
      {one.lastAudit && one.lastAudit.settledAt === null && <AuditProgress audit={one.lastAudit} />}
      <Audited one={one} />
    </>
  )
}
