/**
 * What people have decided, as samples that a model can be taught with.
 *
 * Of decided cases, newest first, those whose texts are still kept: what retention has taken away is
 * counted and not there. A risky one has the label of the decision, an innocent one is ordinary
 * (100). Texts of one check are one sample: the decision was about all of them. No writer and no
 * app goes along.
 */

import type { Case } from '@fangxing/storage'
import { KNOWN_LABELS, type KnownLabel } from '@fangxing/text'
import type { Ports } from '../ports.ts'

const PAGE = 100

export interface SampleQuery {
  readonly appid?: string | undefined
  /** Of the decision; inclusive. */
  readonly from?: number | undefined
  /** Exclusive. */
  readonly until?: number | undefined
  readonly cursor?: string | undefined
}

export interface DecidedSample {
  readonly checkId: string
  readonly text: string
  readonly label: KnownLabel
  readonly decidedAt: number
}

export interface SamplePage {
  readonly items: readonly DecidedSample[]
  readonly nextCursor: string | null
  /** Decided ones that gave no sample. */
  readonly leftOut: {
    readonly withoutText: number
    /** The model does not know the label of the decision. */
    readonly otherLabel: number
    /** Pictures, sounds and videos. */
    readonly otherKind: number
  }
}

export async function gatherSamples(
  { storage, clock }: Pick<Ports, 'storage' | 'clock'>,
  { appid, from = 0, until = Number.POSITIVE_INFINITY, cursor }: SampleQuery,
): Promise<SamplePage> {
  const filter = { state: 'decided', appid, cursor, limit: PAGE } as const
  const { items: cases, nextCursor } = await storage.cases.list(filter, clock.now())
  const leftOut = { withoutText: 0, otherLabel: 0, otherKind: 0 }
  const items: DecidedSample[] = []
  for (const one of cases) {
    const at = one.decision?.at ?? 0
    if (at < from || at >= until) continue
    const sample = await toSample(storage, one)
    if (typeof sample === 'string') leftOut[sample] += 1
    else items.push(sample)
  }
  return { items, nextCursor, leftOut }
}

async function toSample(
  { checks }: Ports['storage'],
  { checkId, decision }: Case,
): Promise<DecidedSample | keyof SamplePage['leftOut']> {
  const check = await checks.find(checkId)
  if (check !== null && check.kind !== 'text') return 'otherKind'
  const text = check?.texts?.map((one) => one.text).join('\n') ?? ''
  if (decision === null || text.trim() === '') return 'withoutText'
  const label = decision.verdict === 'pass' ? 100 : decision.label
  const known = KNOWN_LABELS.find((one) => one === label)
  return known === undefined || (known === 100 && decision.verdict === 'risky')
    ? 'otherLabel'
    : { checkId, text, label: known, decidedAt: decision.at }
}
