/** Whose turn it is, said to this person: one's own turn is said so. */

import type { Release } from '../api/types.ts'
import { useUser } from '../shell/session.ts'
import { turnOf } from '../view/turns.ts'
import { useTexts } from './use-texts.ts'

export function useTurnWords(release: Pick<Release, 'whoseTurn' | 'allowed'>): string {
  const { t } = useTexts()
  const { roles } = useUser()
  const turn = turnOf(release, roles)
  if (turn === 'mine') return t('release.turnMine')
  if (turn === 'nobody') return t('release.turnOfNobody')
  return t('release.turnOf', { turn: t(`turn.${turn}`) })
}
