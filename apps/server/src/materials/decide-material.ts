/**
 * A person answers the open clauses of a material; the verdict follows from the rows.
 *
 * Every clause that is asked must have its answer, and what is found wrong its remark. In an appeal
 * what stopped the material is asked again, by somebody who has not decided it.
 */

import { askedRows, type RowAnswer, settleRows } from '@fangxing/assessment'
import { AppError } from '@fangxing/contract'
import type { Claim, Material, MaterialCase, User } from '@fangxing/storage'
import { CASE_CLAIM_MS } from '../cases/claim-case.ts'
import type { Ports } from '../ports.ts'
import type { KeptReport } from './kept-material.ts'
import { tellDecided } from './material-told.ts'

/** A material is read in minutes, not seconds. */
export const MATERIAL_CLAIM_MS = 3 * CASE_CLAIM_MS

export interface MaterialAnswers {
  readonly fence: number
  readonly answers: readonly RowAnswer[]
  readonly note: string
}

export async function claimMaterialCase(
  { storage, wallClock }: Ports,
  caseId: string,
  user: User,
): Promise<Claim> {
  const now = wallClock.now()
  const answer = await storage.materialCases.claim(caseId, user.id, now, MATERIAL_CLAIM_MS)
  if (answer.kind === 'granted') return answer
  const { userName: heldBy, expiresAt } = answer.by
  throw new AppError('STALE_FENCE', { heldBy, expiresAt })
}

/** The clauses that a case asks about. */
export function questionsOf(report: KeptReport, { round }: Pick<MaterialCase, 'round'>) {
  return askedRows(report.rows, round === 'appeal')
}

export async function decideMaterial(
  ports: Ports,
  caseId: string,
  user: User,
  { fence, answers, note }: MaterialAnswers,
): Promise<MaterialCase> {
  const { materials, materialCases } = ports.storage
  const at = ports.wallClock.now()
  const found = await materialCases.find(caseId, at)
  if (found === null) throw new AppError('CASE_NOT_FOUND', { caseId })
  const audit = await materials.findAudit(found.auditId)
  const kept = audit && (await materials.findReport(found.materialId, audit.nth))
  const material = await materials.find(found.materialId)
  if (audit === null || kept === null || material === null) {
    throw new AppError('MATERIAL_NOT_FOUND', { caseId })
  }
  const report = kept.report as KeptReport
  const cases = await materialCases.ofMaterial(found.materialId, at)
  const all = withStanding(standingAnswers(report, found, cases), answers)
  assertWhole(report, found, all)
  const verdict = settleRows(report.rows, all).verdict === 'pass' ? 'pass' : 'reject'
  const proof = { userId: user.id, fence, now: at }
  const clauses = all
    .filter(({ finding }) => finding === 'violation')
    .map(({ clauseId, remark }) => ({ clauseId, remark }))
  const told = { verdict, by: 'person', at, round: found.round, clauses, note } as const
  const decision = { verdict, answers: all, note, at } as const
  return materialCases.decide(caseId, proof, decision, [tellDecided(material, audit, told)])
}

/**
 * What was answered before and counts unless it is answered anew: of an earlier audit, and in an
 * appeal what the first person found in order. What they found wrong is asked again.
 */
export function standingAnswers(
  { kept }: KeptReport,
  { round, auditId }: Pick<MaterialCase, 'round' | 'auditId'>,
  cases: readonly MaterialCase[],
): readonly RowAnswer[] {
  if (round === 'first') return kept
  const first = cases.find((one) => one.auditId === auditId && one.decision !== null)
  const said = (first?.decision?.answers ?? []) as readonly RowAnswer[]
  return withStanding(kept, said).filter(({ finding }) => finding !== 'violation')
}

function withStanding(
  standing: readonly RowAnswer[],
  answers: readonly RowAnswer[],
): readonly RowAnswer[] {
  const anew = new Set(answers.map(({ clauseId }) => clauseId))
  return [...standing.filter(({ clauseId }) => !anew.has(clauseId)), ...answers]
}

function assertWhole(report: KeptReport, found: MaterialCase, answers: readonly RowAnswer[]): void {
  const answered = new Set(answers.map(({ clauseId }) => clauseId))
  const known = new Set(report.rows.map(({ clauseId }) => clauseId))
  const unknown = [...answered].filter((clauseId) => !known.has(clauseId))
  if (unknown.length > 0) {
    throw new AppError('REQUEST_MALFORMED', { fields: unknown.map((one) => `answers: ${one}`) })
  }
  const open = questionsOf(report, found)
    .map(({ clauseId }) => clauseId)
    .filter((clauseId) => !answered.has(clauseId))
  if (open.length > 0) throw new AppError('MATERIAL_UNANSWERED', { open })
  const silent = answers.filter(({ finding, remark }) => finding === 'violation' && remark === '')
  if (silent.length > 0) {
    const fields = silent.map(({ clauseId }) => `answers/${clauseId}: a violation needs a remark`)
    throw new AppError('REQUEST_MALFORMED', { fields })
  }
}

/** By the app: once for each audit. */
export function appealMaterial(
  { storage, wallClock }: Ports,
  { id }: Material,
  reason: string,
): Promise<MaterialCase> {
  return storage.materialCases.appeal(id, reason, wallClock.now())
}
