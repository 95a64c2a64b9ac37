/** Whatever waits, as one row, and how it is told. */

import type { Label } from '@fangxing/contract'
import type { DeskItem, DeskKind } from './desk.types.ts'

export interface ItemRow {
  readonly source: 'case' | 'look' | 'release' | 'material'
  readonly id: string
  readonly kind: DeskKind
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly label: Label
  readonly opened_at: number
  readonly is_expedited: boolean
  readonly claimed_by: string | null
  readonly claimed_name: string | null
  readonly fence: number | null
  readonly claim_until: number | null
  readonly rank: number
  readonly mark_kind: 'hold' | 'escalate' | null
  readonly mark_by: string | null
  readonly mark_note: string | null
  readonly mark_until: number | null
}

export function toItem(row: ItemRow, now: number): DeskItem {
  const { id, kind, appid, writer, scene, label } = row
  return {
    ...{ id, kind, appid, writer, scene, label },
    openedAt: row.opened_at,
    isExpedited: row.is_expedited,
    claim: toClaim(row, now),
    mark: toMark(row),
  }
}

function toClaim({ claimed_by, claimed_name, fence, claim_until }: ItemRow, now: number) {
  if (claimed_by === null || fence === null || claim_until === null) return null
  if (claim_until <= now) return null
  return { userId: claimed_by, userName: claimed_name ?? '', fence, expiresAt: claim_until }
}

function toMark({ mark_kind, mark_by, mark_note, mark_until }: ItemRow): DeskItem['mark'] {
  if (mark_kind === null) return null
  return { kind: mark_kind, by: mark_by ?? '', note: mark_note ?? '', until: mark_until }
}
