/** Engines, then rules, then one verdict: every outcome with its evidence. */

export { assessClip } from './assess-clip.ts'
export { assessPicture, type MediaAssessment, type MediaOptions } from './assess-picture.ts'
export { assessProgram, type ProgramAssessment } from './assess-program.ts'
export {
  assessText,
  assessTexts,
  type SubmittedTexts,
  type TextAssessment,
  type TextOptions,
  type TextOrder,
} from './assess-text.ts'
export { decideVerdict } from './decide-verdict.ts'
export { judge } from './judge.ts'
export {
  assessMaterial,
  type ClauseRow,
  type MaterialAssessment,
  type MaterialOptions,
  type SeenMaterial,
} from './material/assess-material.ts'
export {
  type AuditedRow,
  type ClauseChange,
  compareAudits,
  isSameOutcome,
} from './material/compare-audits.ts'
export {
  askedRows,
  keptAnswers,
  type RowAnswer,
  type RowsAnswered,
  settleRows,
  type WeighedRow,
  weighRows,
} from './material/settle-rows.ts'
export { toBody } from './material/write-material.ts'
export { nameEdition } from './name-edition.ts'
export type { ProgramSummary } from './summarise.ts'
