/** Proposals for the lexicon that a second person has to answer. */

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ProposalList } from '../case/ProposalList.tsx'

export function OpenProposals() {
  const { t } = useTexts()
  const open = useQuery({ queryKey: ['proposals'], queryFn: api.findProposals })
  return (
    <>
      <h2>{t('teach.open')}</h2>
      <p className="soft small">{t('teach.lead')}</p>
      <Loaded query={open}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('teach.noneOpen')}</p>
          ) : (
            <ProposalList proposals={items} isLinked />
          )
        }
      </Loaded>
    </>
  )
}
