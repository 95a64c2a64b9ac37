/** The operator's pages and the row of links above them. */

import { lazy, Suspense } from 'react'
import { NavLink, Route, Routes } from 'react-router'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loading } from '../../parts/Loaded.tsx'
import { OverviewPage } from './OverviewPage.tsx'

const PoliciesPage = lazy(async () => ({
  default: (await import('./PoliciesPage.tsx')).PoliciesPage,
}))
const ProfilePage = lazy(async () => ({ default: (await import('./ProfilePage.tsx')).ProfilePage }))
const ScansPage = lazy(async () => ({ default: (await import('./ScansPage.tsx')).ScansPage }))
const BankPage = lazy(async () => ({ default: (await import('./BankPage.tsx')).BankPage }))
const UpstreamPage = lazy(async () => ({
  default: (await import('./UpstreamPage.tsx')).UpstreamPage,
}))
const ModelsPage = lazy(async () => ({ default: (await import('./ModelsPage.tsx')).ModelsPage }))
const LoadPage = lazy(async () => ({ default: (await import('./LoadPage.tsx')).LoadPage }))
const DeliveriesPage = lazy(async () => ({
  default: (await import('./DeliveriesPage.tsx')).DeliveriesPage,
}))
const LimitsPage = lazy(async () => ({ default: (await import('./LimitsPage.tsx')).LimitsPage }))
const QualityPage = lazy(async () => ({
  default: (await import('../quality/QualityPage.tsx')).QualityPage,
}))
const AuditPage = lazy(async () => ({ default: (await import('./AuditPage.tsx')).AuditPage }))
const ReportPage = lazy(async () => ({ default: (await import('./ReportPage.tsx')).ReportPage }))

const PLACES = [
  ['overview', '/operate'],
  ['policies', '/operate/policies'],
  ['limits', '/operate/limits'],
  ['profile', '/operate/profile'],
  ['scans', '/operate/scans'],
  ['bank', '/operate/bank'],
  ['upstream', '/operate/upstream'],
  ['models', '/operate/models'],
  ['quality', '/operate/quality'],
  ['load', '/operate/load'],
  ['deliveries', '/operate/deliveries'],
  ['audit', '/operate/audit'],
  ['report', '/operate/report'],
] as const

export function OperatePages() {
  const { t } = useTexts()
  return (
    <>
      <nav className="subnav" aria-label={t('operate.label')}>
        {PLACES.map(([name, path]) => (
          <NavLink key={name} to={path} end={name === 'overview'}>
            {t(`operate.place.${name}`)}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<OverviewPage />} />
          <Route path="/policies" element={<PoliciesPage />} />
          <Route path="/limits" element={<LimitsPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="/scans" element={<ScansPage />} />
          <Route path="/bank" element={<BankPage />} />
          <Route path="/upstream" element={<UpstreamPage />} />
          <Route path="/models" element={<ModelsPage />} />
          <Route path="/quality" element={<QualityPage />} />
          <Route path="/load" element={<LoadPage />} />
          <Route path="/deliveries" element={<DeliveriesPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/report" element={<ReportPage />} />
        </Routes>
      </Suspense>
    </>
  )
}
