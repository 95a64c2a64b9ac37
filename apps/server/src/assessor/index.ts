export {
  type Assessing,
  type Assessor,
  type AssessorOptions,
  assessorLimits,
  openAssessor,
} from './open-assessor.ts'
export { programKindsOf } from './program-kinds.ts'
export { AssessorClosed } from './reader-pool.ts'
export type { ListedTerms, PackageSource, ProgramKind } from './tasks.ts'
export { unlessCrashed } from './unless-crashed.ts'
