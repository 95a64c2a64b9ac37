/**
 * Taking what nobody holds, oneself included: who asks twice at once gets two things.
 *
 * One statement for each place; the row's lock decides between two who ask for the same. Null when
 * somebody was faster, or when it is decided.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { Claim } from '../releases.types.ts'
import type { ItemRow } from './item-row.ts'

interface Taking {
  readonly id: string
  readonly userId: string
  readonly now: number
  readonly until: number
}

interface Granted {
  readonly fence: number
  readonly until: number
}

const STATEMENTS: Readonly<Record<ItemRow['source'], (taking: Taking) => RawBuilder<Granted>>> = {
  case: ({ id, userId, now, until }) => sql<Granted>`
    update fangxing.cases set claimed_by = ${userId}, fence = fence + 1, claim_until = ${until}
    where check_id = ${id} and verdict is null and not awaits_second and claim_until <= ${now}
    returning fence, claim_until as until`,
  look: ({ id, userId, now, until }) => sql<Granted>`
    update fangxing.looks set claimed_by = ${userId}, fence = fence + 1, claim_until = ${until}
    where id = ${id} and closed_at is null and claim_until <= ${now}
      and not ${userId} = any(not_by) and (purpose <> 'golden' or claimed_by = ${userId})
    returning fence, claim_until as until`,
  release: ({ id, userId, now, until }) => sql<Granted>`
    insert into fangxing.claims (release_id, user_id, fence, expires_at)
    values (${id}, ${userId}, 1, ${until})
    on conflict (release_id) do update
      set user_id = excluded.user_id, fence = claims.fence + 1, expires_at = excluded.expires_at
      where claims.expires_at <= ${now}
    returning fence, expires_at as until`,
  material: ({ id, userId, now, until }) => sql<Granted>`
    update fangxing.material_cases
    set claimed_by = ${userId}, fence = fence + 1, claim_until = ${until}
    where id = ${id} and decided_at is null and closed_at is null and claim_until <= ${now}
      and (not_by is null or not_by <> ${userId})
    returning fence, claim_until as until`,
}

export async function takeFree(
  db: Db,
  { id, source }: Pick<ItemRow, 'id' | 'source'>,
  { userId, now, until }: Omit<Taking, 'id'>,
): Promise<Claim | null> {
  const { rows } = await STATEMENTS[source]({ id, userId, now, until }).execute(db)
  const [granted] = rows
  return granted ? { fence: granted.fence, expiresAt: granted.until } : null
}
