/** Who is signed in, known to every page behind the door. */

import { createContext, useContext } from 'react'
import type { User } from '../api/types.ts'

export const SessionContext = createContext<User | null>(null)

export function useUser(): User {
  const user = useContext(SessionContext)
  if (user === null) throw new Error('a page of the desk was shown without a session')
  return user
}
