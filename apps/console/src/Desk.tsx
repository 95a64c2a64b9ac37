/** The pages behind the door, each loaded when it is first opened. */

import { lazy, Suspense } from 'react'
import { Link, Navigate, Route, Routes } from 'react-router'
import { useTexts } from './hooks/use-texts.ts'
import { Empty } from './parts/Empty.tsx'
import { Loading } from './parts/Loaded.tsx'
import { Shell } from './shell/Shell.tsx'
import { useUser } from './shell/session.ts'
import { canSee, type PageName, startOf } from './view/people.ts'

const ReleasesPage = lazy(async () => ({
  default: (await import('./pages/releases/ReleasesPage.tsx')).ReleasesPage,
}))
const ReleasePage = lazy(async () => ({
  default: (await import('./pages/release/ReleasePage.tsx')).ReleasePage,
}))
const AppsPage = lazy(async () => ({
  default: (await import('./pages/apps/AppsPage.tsx')).AppsPage,
}))
const AppPage = lazy(async () => ({ default: (await import('./pages/app/AppPage.tsx')).AppPage }))
const NoticesPage = lazy(async () => ({
  default: (await import('./pages/notices/NoticesPage.tsx')).NoticesPage,
}))
const MaterialsPage = lazy(async () => ({
  default: (await import('./pages/materials/MaterialsPage.tsx')).MaterialsPage,
}))
const MaterialPage = lazy(async () => ({
  default: (await import('./pages/material/MaterialPage.tsx')).MaterialPage,
}))
const CheckPage = lazy(async () => ({
  default: (await import('./pages/check/CheckPage.tsx')).CheckPage,
}))
const CasesPage = lazy(async () => ({
  default: (await import('./pages/cases/CasesPage.tsx')).CasesPage,
}))
const CasePage = lazy(async () => ({
  default: (await import('./pages/case/CasePage.tsx')).CasePage,
}))
const QueuePage = lazy(async () => ({
  default: (await import('./pages/queue/QueuePage.tsx')).QueuePage,
}))
const ReviewPage = lazy(async () => ({
  default: (await import('./pages/review/ReviewPage.tsx')).ReviewPage,
}))
const QualityPage = lazy(async () => ({
  default: (await import('./pages/quality/QualityPage.tsx')).QualityPage,
}))
const TermsPage = lazy(async () => ({
  default: (await import('./pages/terms/TermsPage.tsx')).TermsPage,
}))
const UsersPage = lazy(async () => ({
  default: (await import('./pages/users/UsersPage.tsx')).UsersPage,
}))
const DeskPage = lazy(async () => ({
  default: (await import('./pages/authority/DeskPage.tsx')).DeskPage,
}))
const DeskCasePage = lazy(async () => ({
  default: (await import('./pages/authority/DeskCasePage.tsx')).DeskCasePage,
}))
const OperatePages = lazy(async () => ({
  default: (await import('./pages/operate/OperatePages.tsx')).OperatePages,
}))

export function Desk() {
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<Start />} />
          <Route path="/first-run" element={<Start />} />
          <Route path="/releases" element={<ReleasesPage />} />
          <Route path="/releases/:id" element={<ReleasePage />} />
          <Route path="/apps" element={<AppsPage />} />
          <Route path="/apps/:appid/:tab?" element={<AppPage />} />
          <Route path="/notices" element={<Guarded page="notices" element={<NoticesPage />} />} />
          <Route
            path="/materials"
            element={<Guarded page="materials" element={<MaterialsPage />} />}
          />
          <Route
            path="/materials/:id"
            element={<Guarded page="materials" element={<MaterialPage />} />}
          />
          <Route path="/check" element={<Guarded page="check" element={<CheckPage />} />} />
          <Route path="/cases" element={<Guarded page="cases" element={<CasesPage />} />} />
          <Route path="/cases/:id" element={<Guarded page="cases" element={<CasePage />} />} />
          <Route path="/queue" element={<Guarded page="queue" element={<QueuePage />} />} />
          <Route path="/queue/:id" element={<Guarded page="queue" element={<ReviewPage />} />} />
          <Route path="/quality" element={<QualityOrOperate />} />
          <Route path="/terms" element={<Guarded page="terms" element={<TermsPage />} />} />
          <Route path="/users" element={<Guarded page="users" element={<UsersPage />} />} />
          <Route path="/authority" element={<Guarded page="authority" element={<DeskPage />} />} />
          <Route
            path="/authority/:id"
            element={<Guarded page="authority" element={<DeskCasePage />} />}
          />
          <Route
            path="/operate/*"
            element={<Guarded page="operate" element={<OperatePages />} />}
          />
          <Route path="*" element={<NoPage />} />
        </Routes>
      </Suspense>
    </Shell>
  )
}

/** Everybody begins where what waits for them stands. */
function Start() {
  const { roles } = useUser()
  return <Navigate to={startOf(roles)} replace />
}

/** To operators it is one of the pages behind their row of links. */
function QualityOrOperate() {
  const { roles } = useUser()
  const isOperator = canSee('operate', roles)
  if (isOperator) return <Navigate to="/operate/quality" replace />
  return <Guarded page="quality" element={<QualityPage />} />
}

interface GuardedProperties {
  readonly page: PageName
  readonly element: React.ReactNode
}

function Guarded({ page, element }: GuardedProperties) {
  const { t } = useTexts()
  const { roles } = useUser()
  return canSee(page, roles) ? element : <Empty words={t('state.noAccess')} />
}

function NoPage() {
  const { t } = useTexts()
  return (
    <Empty words={t('state.notFound')}>
      <Link to="/">{t('state.toStart')}</Link>
    </Empty>
  )
}
