/** Forgets pictures of audits that are long past, and bytes that nothing names any more. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'

/** Audits of a material whose pictures are kept, beside those that a person looked at. */
const KEPT_AUDITS = 10

export async function forgetPlates(db: Db, materialId: string): Promise<void> {
  const { rows } = await sql<{ sha256: string }>`
    delete from fangxing.material_blobs b using fangxing.material_audits a
    where a.id = b.audit_id and a.material_id = ${materialId}
      and a.nth <= (select max(nth) from fangxing.material_audits
        where material_id = ${materialId}) - ${KEPT_AUDITS}
      and not exists (select from fangxing.material_cases c where c.audit_id = a.id)
    returning b.sha256`.execute(db)
  const hashes = [...new Set(rows.map(({ sha256 }) => sha256))]
  if (hashes.length === 0) return
  await sql`
    delete from fangxing.blobs x where x.sha256 = any(${hashes}::text[])
      and not exists (select from fangxing.material_blobs b where b.sha256 = x.sha256)
      and not exists (select from fangxing.materials m where m.archive = x.sha256)`.execute(db)
}
