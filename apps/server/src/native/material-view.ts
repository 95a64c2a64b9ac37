/** What is shown of a material, its audits and its cases, and to whom. */

import { compareAudits } from '@fangxing/assessment'
import { AppError, type Wording } from '@fangxing/contract'
import { findClause, rules } from '@fangxing/policy'
import type { Material, MaterialAudit, MaterialCase } from '@fangxing/storage'
import type { Caller } from '../http/access.ts'
import { questionsOf, standingAnswers } from '../materials/decide-material.ts'
import type { KeptReport, StoredSource } from '../materials/kept-material.ts'
import { boxesOn } from '../materials/report/boxes-on.ts'
import { findingsOf } from '../materials/report/index.ts'
import type { Ports } from '../ports.ts'
import { seesContentOf } from './actor.ts'
import { isOfTheHouse } from './case-view.ts'
import { toWire } from './wire.ts'

const HOUR_MS = 3_600_000

/** Throws as if it did not exist when it is none of the caller's. */
export async function getMaterial(ports: Ports, caller: Caller, id: string): Promise<Material> {
  const found = await ports.storage.materials.find(id)
  if (found !== null && seesContentOf(caller, found.appid)) return found
  throw new AppError('MATERIAL_NOT_FOUND', { materialId: id })
}

export function toMaterialView({ source, everyMs, archive, createdBy, ...rest }: Material) {
  const { address = null } = source as StoredSource
  return { ...rest, address, everyHours: everyMs && everyMs / HOUR_MS }
}

export function toAuditView({ materialId, requestedBy, ...rest }: MaterialAudit) {
  return toWire({ ...rest, changes: rest.changes as Changes })
}

type Changes =
  | readonly {
      clauseId: string
      direction: 'worse' | 'better' | 'other'
      before: Kind | null
      after: Kind | null
    }[]
  | null
type Kind = 'pass' | 'inapplicable' | 'violation' | 'undetermined'

export function toCaseView({ claim, decision, ...rest }: MaterialCase, caller: Caller) {
  const isInside = isOfTheHouse(caller)
  return toWire({
    ...rest,
    claim:
      claim && isInside
        ? { userId: claim.userId, userName: claim.userName, expiresAt: claim.expiresAt }
        : null,
    decision: decision && {
      verdict: decision.verdict,
      answers: decision.answers as KeptReport['kept'],
      note: decision.note,
      at: decision.at,
      ...(isInside ? { by: decision.by.name } : {}),
    },
  })
}

/** The audit is read first: a state that is newer than it does no harm, an older one would. */
export async function toMaterialWhole(ports: Ports, caller: Caller, id: string) {
  const { materials, materialCases } = ports.storage
  const { items } = await materials.audits(id, { limit: 1 })
  const found = await getMaterial(ports, caller, id)
  const cases = await materialCases.ofMaterial(found.id, ports.wallClock.now())
  const isAppealed = cases.some(
    ({ round, auditId }) => round === 'appeal' && auditId === items[0]?.id,
  )
  return {
    ...toMaterialView(found),
    lastAudit: items[0] ? toAuditView(items[0]) : null,
    cases: cases.map((one) => toCaseView(one, caller)),
    canAppeal: found.state === 'rejected' && !isAppealed,
  }
}

export async function getReport(ports: Ports, materialId: string, nth?: number) {
  const found = await ports.storage.materials.findReport(materialId, nth)
  if (found === null) throw new AppError('MATERIAL_NOT_FOUND', { materialId, nth })
  return { audit: found.audit, report: found.report as KeptReport }
}

/** With the words of each clause, and every picture with what was found on it. */
export async function toReportView(ports: Ports, material: Material, nth: number | undefined) {
  const { audit, report } = await getReport(ports, material.id, nth)
  const cases = await ports.storage.materialCases.ofMaterial(material.id, ports.wallClock.now())
  const ofAudit = cases.filter(({ auditId }) => auditId === audit.id)
  const latest = ofAudit[0] ?? ({ round: 'first', auditId: audit.id } as const)
  const asked = new Set(questionsOf(report, latest).map(({ clauseId }) => clauseId))
  const standing = new Set(standingAnswers(report, latest, ofAudit).map(({ clauseId }) => clauseId))
  const answers = new Map(
    [...report.kept, ...ofAudit.toReversed().flatMap(answersOf)].map((one) => [one.clauseId, one]),
  )
  const plates = await ports.storage.materials.plates(audit.id)
  const { name, verdict, edition, profile, notes } = report
  return toWire({
    ...{ name, verdict: audit.verdict ?? verdict, edition, profile, notes, nth: audit.nth },
    title: report.material.title,
    body: report.material.body,
    rows: report.rows.map((row) => ({
      ...row,
      words: wordsOf(row.clauseId),
      fix: fixOf(row.ruleIds),
      isAsked: asked.has(row.clauseId),
      isOpen: asked.has(row.clauseId) && !standing.has(row.clauseId),
      answer: answers.get(row.clauseId) ?? null,
    })),
    plates: plates.map(({ sha256, ...plate }) => ({
      ...plate,
      path: `/v1/materials/${material.id}/evidence/${sha256}?nth=${audit.nth}`,
      boxes: report.rows.flatMap(({ clauseId, outcome }) =>
        boxesOn(plate.name, findingsOf(outcome)).map((box) => ({
          clauseId,
          kind: outcome.kind,
          box,
        })),
      ),
    })),
  })
}

function answersOf({ decision }: MaterialCase): KeptReport['kept'] {
  return (decision?.answers ?? []) as KeptReport['kept']
}

function wordsOf(clauseId: string): Wording {
  return findClause(clauseId)?.words ?? { zh: clauseId, en: clauseId }
}

function fixOf(ruleIds: readonly string[]): Wording | null {
  return rules.find(({ id }) => ruleIds.includes(id))?.fix ?? null
}

export async function toComparison(ports: Ports, { id }: Material, from: number, to: number) {
  const before = await getReport(ports, id, from)
  const after = await getReport(ports, id, to)
  const changes = compareAudits(before.report.rows, after.report.rows)
  return toWire({
    from,
    to,
    changes: changes.map((change) => ({ ...change, words: wordsOf(change.clauseId) })),
  })
}
