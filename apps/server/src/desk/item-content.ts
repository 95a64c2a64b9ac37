/** What an item is about: the record of its check, or what was kept with a golden task. */

import type { Judgement, TermHit } from '@fangxing/contract'
import type { CheckedKind, CheckedText, DeskSubject, Past } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { Consulted } from '../upstream/consult.ts'

export interface ItemContent {
  readonly kind: CheckedKind
  readonly texts: readonly CheckedText[] | null
  readonly edition: string
  readonly evidence: Evidence
}

/** As `record-check.ts` and `record-media.ts` write it. */
export interface Evidence {
  readonly hits?: readonly TermHit[]
  readonly judgements?: readonly Judgement[]
  readonly mediaId?: string
  readonly soundId?: string
  readonly upstream?: Consulted['upstream']
  readonly seen?: {
    readonly format?: { readonly width: number; readonly height: number }
    readonly video?: { readonly duration?: number }
    readonly sound?: { readonly duration?: number }
  }
}

/** Null for versions, and when the record is gone. */
export async function readContent(
  { storage }: Ports,
  subject: DeskSubject,
): Promise<ItemContent | null> {
  if (subject.kind === 'look' && subject.purpose === 'golden') {
    const task = await storage.desk.findGolden(subject.subject)
    if (task === null) return null
    const { texts, evidence, edition } = task.content
    return { kind: task.kind, texts, edition, evidence: evidence as Evidence }
  }
  const checkId = checkOf(subject)
  const check = checkId === null ? null : await storage.checks.find(checkId)
  if (check === null) return null
  const { kind, texts, edition, evidence } = check
  return { kind, texts, edition, evidence: evidence as Evidence }
}

/** Of a golden task: of the check that it was made from. */
export async function readPast({ storage }: Ports, subject: DeskSubject): Promise<Past | null> {
  if (subject.kind === 'look' && subject.purpose === 'golden') {
    const task = await storage.desk.findGolden(subject.subject)
    return task && storage.desk.past(task.checkId)
  }
  const checkId = checkOf(subject)
  return checkId === null ? null : storage.desk.past(checkId)
}

function checkOf(subject: DeskSubject): string | null {
  if (subject.kind === 'case') return subject.checkId
  return subject.kind === 'look' ? subject.subject : null
}
