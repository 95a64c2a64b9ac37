/** What a finding is known by when lines above it are added or taken away. */

import { createHash } from 'node:crypto'
import { describePlace, type Place } from '@fangxing/contract'

export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)
}

/** The file, for a place in one; a finding moves inside it without becoming another. */
export function fileOf(place: Place): string {
  return place.kind === 'file' ? place.file : describePlace(place)
}
