/** The shield over this thing: as the settings say, lifted and lowered by `b`. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queueApi } from '../../api/queue.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useUser } from '../../shell/session.ts'
import { CLASS_OF_SHIELD, shieldOf } from '../../view/review/shield.ts'

export function useShield(isSevere: boolean) {
  const { roles } = useUser()
  const mine = useQuery({
    queryKey: ['desk-mine'],
    queryFn: queueApi.getMine,
    enabled: roles.includes('reviewer'),
    staleTime: 60_000,
  })
  const usual = shieldOf(isSevere, mine.data?.shield)
  const [lifted, setLifted] = useState<boolean | null>(null)
  const isLifted = lifted ?? usual === 'shown'
  const toggle = () => setLifted(!isLifted)
  useCommands({ shield: toggle })
  const lowered = usual === 'shown' ? 'blur' : usual
  return {
    isLifted,
    toggle,
    className: isLifted ? '' : CLASS_OF_SHIELD[lowered],
    isMuted: isSevere && (mine.data?.shield.isMuted ?? true),
  }
}
