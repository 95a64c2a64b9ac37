/** Materials and audits as rows, and back. */

import type { Selectable } from 'kysely'
import { sha256 } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { Material, MaterialAudit, MaterialDraft } from './materials.types.ts'
import type { MaterialTables } from './tables.ts'

/** Everything of an audit but its report, which is long. */
export const AUDIT_COLUMNS = [
  'n',
  'id',
  'material_id',
  'nth',
  'cause',
  'requested_by',
  'requested_at',
  'due_at',
  'attempts',
  'progress',
  'verdict',
  'changes',
  'trouble',
  'settled_at',
] as const

type AuditRow = Pick<Selectable<MaterialTables['material_audits']>, (typeof AUDIT_COLUMNS)[number]>

export function toMaterial(row: Selectable<MaterialTables['materials']>): Material {
  const { id, appid, name, kind, source, archive, profile, state } = row
  return {
    ...{ id, appid, name, kind, source, archive, profile, state },
    clientId: row.client_id,
    everyMs: row.every_ms,
    auditedAt: row.audited_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

export function toAudit(row: AuditRow): MaterialAudit {
  const { id, nth, cause, attempts, progress, verdict, changes, trouble } = row
  return {
    ...{ id, nth, cause, attempts, progress, verdict, changes, trouble },
    materialId: row.material_id,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    dueAt: row.due_at,
    settledAt: row.settled_at,
  }
}

/** What a material consists of: two that are handed in alike have the same. */
export function toContentHash({ name, kind, source, archive, profile }: MaterialDraft): string {
  return sha256(toJson([name, kind, source, archive && sha256(archive), profile]))
}
