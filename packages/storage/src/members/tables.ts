/** The tables of membership as Kysely sees them. */

import type { GeneratedAlways } from 'kysely'
import type { MemberPart } from './members.types.ts'

export interface MemberTables {
  members: {
    appid: string
    user_id: string
    part: MemberPart
    added_by: string
    added_at: number
  }
  member_changes: {
    n: GeneratedAlways<number>
    appid: string
    user_id: string
    name: string
    part: MemberPart | null
    changed_by: string
    at: number
  }
}
