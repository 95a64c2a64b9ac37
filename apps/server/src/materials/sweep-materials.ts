/**
 * What time brings to materials: a failure before the bound is over, another try for those whose
 * job was lost, and the next audit of those whose interval is over.
 *
 * What is due is derived from the last audit, so a server that was away misses nothing.
 */

import type { Ports } from '../ports.ts'
import { failAudit } from './audit-material.ts'
import { AUDIT_BOUNDS } from './beside/audit-beside.ts'
import { auditAgain } from './hand-in-material.ts'

/** Longer than any audit takes. */
const LOST_AFTER_MS = 2 * AUDIT_BOUNDS.timeoutMs

export async function sweepMaterials(ports: Ports): Promise<void> {
  const { materials } = ports.storage
  const now = ports.wallClock.now()
  for (const audit of await materials.overdue(now)) {
    const material = await materials.find(audit.materialId)
    if (material === null) continue
    const details = { attempts: audit.attempts }
    await failAudit(ports, audit, material, { code: 'TOO_LATE', details })
  }
  await materials.recall(now - LOST_AFTER_MS)
  for (const { id } of await materials.due(now)) await auditAgain(ports, id, 'schedule', 'clock')
}
