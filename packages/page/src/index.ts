export { findBrowser } from './browser/find-browser.ts'
export { type EgressPolicy, MATERIAL_HOST } from './browser/start-egress.ts'
export {
  type EngineOptions,
  type ObserveOptions,
  type PageEngine,
  type PageSight,
  type PageTarget,
  startPageEngine,
} from './page-engine.ts'
export type { DeclaredAdvert, DeclaredCards, PageManifest } from './page-manifest.ts'
export * from './phone-viewports.ts'
export { PAGE_LIMITS, type PageLimits } from './run/limits.ts'
