/** Who may come in: the first run while there is no user, then signing in, then the desk. */

import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { api } from './api/client.ts'
import { ApiProblem } from './api/problem.ts'
import { Desk } from './Desk.tsx'
import { FirstRunPage } from './pages/door/FirstRunPage.tsx'
import { SignInPage } from './pages/door/SignInPage.tsx'
import { Loading } from './parts/Loaded.tsx'
import { ProblemNotice } from './parts/ProblemNotice.tsx'
import { SessionContext } from './shell/session.ts'

/** Null: nobody is signed in, which is an answer and no failure. */
async function findSession() {
  try {
    return (await api.getSession()).user
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'NOT_SIGNED_IN') return null
    throw error
  }
}

export function Door() {
  const { pathname } = useLocation()
  const firstRun = useQuery({ queryKey: ['first-run'], queryFn: api.findFirstRun })
  const session = useQuery({
    queryKey: ['session'],
    queryFn: findSession,
    enabled: firstRun.data?.open === false,
    refetchInterval: 60_000,
  })
  const failed = firstRun.error ?? session.error
  if (failed && !session.data) {
    return (
      <Threshold>
        <ProblemNotice error={failed} onRetry={() => window.location.reload()} />
      </Threshold>
    )
  }
  if (firstRun.data?.open) return <FirstRunPage />
  if (session.data === undefined) {
    return (
      <Threshold>
        <Loading />
      </Threshold>
    )
  }
  if (session.data === null) return <SignInPage isAfterFirstRun={pathname === '/first-run'} />
  return (
    <SessionContext value={session.data}>
      <Desk />
    </SessionContext>
  )
}

function Threshold({ children }: { readonly children: React.ReactNode }) {
  return (
    <main className="door">
      <div className="card door-card">{children}</div>
    </main>
  )
}
