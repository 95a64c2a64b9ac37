/**
 * What an app's webhook hears of a material. Pure.
 *
 * `eventId` stays the same however often an event is sent, so that a receiver can tell a repetition.
 * A look on schedule is told only when something is different.
 */

import type { ClauseChange } from '@fangxing/assessment'
import type { EventDraft, Material, MaterialAudit, MaterialState, Trouble } from '@fangxing/storage'
import type { KeptReport } from './kept-material.ts'
import { groupRows, ROW_GROUPS } from './report/index.ts'

export interface AuditedMaterial {
  readonly material: Material
  readonly audit: MaterialAudit
  readonly report: KeptReport
  readonly verdict: string
  readonly state: MaterialState
  /** Undefined for the first audit. */
  readonly changes: readonly ClauseChange[] | undefined
  readonly at: number
}

export function tellAudited(audited: AuditedMaterial): readonly EventDraft[] {
  const { material, audit, state, changes, at } = audited
  const isScheduled = audit.cause === 'schedule'
  const hasChanged = (changes ?? []).length > 0 || state !== material.state
  if (isScheduled && !hasChanged) return []
  const kind = isScheduled ? 'material.changed' : 'material.audited'
  const first = { kind, at, body: { ...bodyOf(material, audit, kind), ...summaryOf(audited) } }
  const isDecided = state === 'passed' || state === 'rejected'
  const isNews = !isScheduled || state !== material.state
  return isDecided && isNews
    ? [first, tellDecided(material, audit, { verdict: stateWord(state), by: 'machine', at })]
    : [first]
}

export function tellFailed({
  material,
  audit,
  trouble,
  at,
}: {
  readonly material: Material
  readonly audit: MaterialAudit
  readonly trouble: Trouble
  readonly at: number
}): readonly EventDraft[] {
  const kind = 'material.failed'
  return [{ kind, at, body: { ...bodyOf(material, audit, kind), trouble } }]
}

export interface DecidedMaterial {
  readonly verdict: 'pass' | 'reject'
  readonly by: 'machine' | 'person'
  readonly at: number
  /** In an appeal, the second word on the same audit. */
  readonly round?: 'first' | 'appeal'
  readonly clauses?: readonly { readonly clauseId: string; readonly remark: string }[]
  readonly note?: string
}

/** Without the name of who decided: that stays in the house. */
export function tellDecided(
  material: Material,
  audit: MaterialAudit,
  { verdict, by, at, round = 'first', clauses, note }: DecidedMaterial,
): EventDraft {
  const kind = 'material.decided'
  const name = by === 'machine' ? kind : `${kind}.${round}`
  const said = { verdict, by, ...(clauses === undefined ? {} : { clauses, note }) }
  return { kind, at, body: { ...bodyOf(material, audit, name), ...said } }
}

function bodyOf({ id, clientId, name }: Material, audit: MaterialAudit, kind: string) {
  return {
    eventId: `${audit.id}.${kind}`,
    materialId: id,
    clientId,
    name,
    auditId: audit.id,
    nth: audit.nth,
    cause: audit.cause,
  }
}

function summaryOf({ report, verdict, changes }: AuditedMaterial) {
  const groups = groupRows(report.rows)
  const tally = ROW_GROUPS.map(({ group }) => [group, groups.get(group)?.length ?? 0])
  const broken = groups.get('blocks') ?? []
  return {
    verdict,
    edition: report.edition,
    tally: Object.fromEntries(tally),
    broken: broken.map(({ clauseId }) => clauseId),
    ...(changes === undefined ? {} : { changes: changes.map(toChange) }),
  }
}

/** A change without what was found: the report has it. */
export function toChange({ clauseId, before, after, direction }: ClauseChange) {
  return { clauseId, direction, before: before?.kind ?? null, after: after?.kind ?? null }
}

function stateWord(state: MaterialState): 'pass' | 'reject' {
  return state === 'passed' ? 'pass' : 'reject'
}
