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
export { type DrawnPage, drawPage } from './program/draw-page.ts'
export { findProgram, type Program } from './program/find-program.ts'
export type { PageWish } from './program/pack-page.ts'
export type { DeclaredAnswer } from './program/program-parcel.ts'
export { type FlowPart, findNeighbours, type Neighbours } from './run/find-neighbours.ts'
export { PAGE_LIMITS, type PageLimits } from './run/limits.ts'
