/** A launched version is looked at again, under the rules of today, and cleared or ordered down. */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeOne, remarkOf } from './cause-one.ts'

export function startReexamination(
  ports: Ports,
  { releaseId, actor, note }: { releaseId: string; actor: Actor; note: string },
): Promise<Release> {
  return causeOne(ports, releaseId, { kind: 'reexaminationStarted', actor, note })
}

export function clearReexamination(
  ports: Ports,
  { releaseId, actor, note }: { releaseId: string; actor: Actor; note?: string | undefined },
): Promise<Release> {
  return causeOne(ports, releaseId, { kind: 'reexaminationCleared', actor, ...remarkOf(note) })
}
