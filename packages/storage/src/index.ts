export type * from './apps.types.ts'
export type * from './cases/cases.types.ts'
export type * from './checks/checks.types.ts'
export { nameCheck } from './checks/name-check.ts'
export type * from './contact/contact.types.ts'
export type * from './content.types.ts'
export type { Log } from './embedded/log.ts'
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts'
export type * from './intake/intake.types.ts'
export type * from './jobs.types.ts'
export type * from './lexicon/lexicon.types.ts'
export { openStorage, type StorageOptions } from './open-storage.ts'
export * from './outbox/outbox.types.ts'
export * from './people.types.ts'
export type * from './profiles/profiles.types.ts'
export * from './releases.types.ts'
export type * from './retro/retro.types.ts'
export type * from './storage.ts'
export { verifyExport } from './verify.ts'
export type * from './verify.types.ts'
