/** The tables of the intake as Kysely sees them. */

import type { GeneratedAlways } from 'kysely'
import type { Json } from '../stored-text.ts'
import type { CategoryRequest, Certificate, Media, MediaPurpose } from './intake.types.ts'

export interface IntakeTables {
  media: {
    id: string
    appid: string
    kind: Media['kind']
    type: string
    bytes: number
    content: Uint8Array
    created_at: number
    valid_until: number
    kept: boolean
  }
  media_uses: { audit_id: number; place: number; media_id: string; purpose: MediaPurpose }
  templates: {
    id: GeneratedAlways<number>
    release_id: string
    version: string
    description: string
    created_by: string
    created_at: number
    removed_at: number | null
  }
  category_requests: {
    id: GeneratedAlways<number>
    appid: string
    first: string
    second: string
    status: CategoryRequest['status']
    reason: string
    certificates: Json<readonly Certificate[]>
    requested_at: number
    decided_at: number | null
    decided_by: string | null
    ended_at: number | null
  }
}
