/**
 * What was found in a picture or a clip, in the fields and labels that WeChat documents for media.
 *
 * Fewer labels are documented for media than for texts: the others become 21000; the extension has
 * them all.
 */

import { LABELS, type Label } from '@fangxing/contract'
import type { JudgedMedia } from '../media-checks/judge-media.ts'
import { toFindingFields, toHitFields } from './finding-fields.ts'
import { toUpstreamFields } from './upstream-fields.ts'

/** What only we say of it, in the dialect's own spelling. */
export function toMediaExtension(checkId: string, judged: JudgedMedia) {
  const { suggest, label, edition, hits, judgements, upstream } = judged
  return {
    check_id: checkId,
    suggest,
    label,
    label_name: LABELS[label],
    edition,
    hits: hits.map(toHitFields),
    findings: judgements.flatMap(toFindingFields),
    ...toUpstreamFields(upstream),
  }
}

/** What WeChat answers for clean content, as seen in public. */
const PROBABILITY_OF_NORMAL = 90

const OTHER: Label = 21000
const MEDIA_LABELS: ReadonlySet<Label> = new Set<Label>([100, 20001, 20002, 20006, OTHER])

export function toMediaLabel(label: Label): Label {
  return MEDIA_LABELS.has(label) ? label : OTHER
}

export function toMediaDetail({ suggest, label, probability }: JudgedMedia): readonly MediaItem[] {
  const prob = suggest === 'pass' ? PROBABILITY_OF_NORMAL : Math.round(probability * 100)
  return [{ strategy: 'content_model', errcode: 0, suggest, label: toMediaLabel(label), prob }]
}

interface MediaItem {
  readonly strategy: string
  readonly errcode: number
  readonly suggest: string
  readonly label: number
  readonly prob: number
}
