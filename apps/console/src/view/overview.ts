/** The figures and bars of the operator's overview, made of the server's counts. */

import type { Age, Statistics, Suggest } from '../api/operate-types.ts'
import type { EventKind, Turn } from '../api/types.ts'
import type { Tone } from './tones.ts'
import { TURNS } from './turns.ts'

export const AGES: readonly { readonly age: Age; readonly tone: Tone }[] = [
  { age: 'under1', tone: 'green' },
  { age: 'under3', tone: 'blue' },
  { age: 'under7', tone: 'amber' },
  { age: 'over7', tone: 'red' },
]

export const ANSWERS: readonly { readonly suggest: Suggest; readonly tone: Tone }[] = [
  { suggest: 'pass', tone: 'green' },
  { suggest: 'review', tone: 'amber' },
  { suggest: 'risky', tone: 'red' },
]

/** Steps of releases that a chart follows, by what they end in. */
export const STEPS: readonly { readonly kind: EventKind; readonly tone: Tone }[] = [
  { kind: 'submitted', tone: 'blue' },
  { kind: 'reviewerApproved', tone: 'green' },
  { kind: 'reviewerRejected', tone: 'red' },
  { kind: 'filingStarted', tone: 'violet' },
  { kind: 'launched', tone: 'amber' },
]

/** More than these are a table to search, not a picture. */
const MOST_CLAUSES = 12

export interface Overview {
  readonly checks: number
  /** Of the checks, those that a person had to see; null without any. */
  readonly doubtedShare: number | null
  readonly stoppedShare: number | null
  readonly casesWaiting: number
  readonly submitted: number
  readonly launched: number
}

export function composeOverview({ checks, casesWaiting, events }: Statistics): Overview {
  const all = sum(checks)
  const of = (suggest: Suggest) => sum(checks.filter((one) => one.suggest === suggest))
  const happened = (kind: EventKind) => sum(events.filter((one) => one.kind === kind))
  return {
    checks: all,
    doubtedShare: all === 0 ? null : of('review') / all,
    stoppedShare: all === 0 ? null : of('risky') / all,
    casesWaiting: sum(casesWaiting),
    submitted: happened('submitted'),
    launched: happened('launched'),
  }
}

export interface WaitingTurn {
  readonly turn: Turn
  readonly counts: Readonly<Record<Age, number>>
}

/** Checks in doubt wait for a reviewer as releases do; turns that nothing waits for are left out. */
export function countWaiting({
  ageing,
  casesWaiting,
}: Pick<Statistics, 'ageing' | 'casesWaiting'>): readonly WaitingTurn[] {
  const rows = [
    ...ageing,
    ...casesWaiting.map((one) => ({ ...one, whoseTurn: 'reviewer' as const })),
  ]
  return TURNS.filter((turn) => turn !== 'nobody')
    .map((turn) => ({
      turn,
      counts: countAges(rows.filter(({ whoseTurn }) => whoseTurn === turn)),
    }))
    .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
}

function countAges(
  rows: readonly { readonly age: Age; readonly count: number }[],
): Record<Age, number> {
  const counts: Record<Age, number> = { under1: 0, under3: 0, under7: 0, over7: 0 }
  for (const { age, count } of rows) counts[age] += count
  return counts
}

export interface ClauseHits {
  readonly clause: string
  readonly inChecks: number
  readonly inReleases: number
}

const REJECTIONS: readonly EventKind[] = ['machineRejected', 'reviewerRejected', 'filingRejected']

/** The clauses that were held most often, against contents and against versions. */
export function countClauses({
  checkClauses,
  releaseClauses,
}: Pick<Statistics, 'checkClauses' | 'releaseClauses'>): readonly ClauseHits[] {
  const hits = new Map<string, { inChecks: number; inReleases: number }>()
  const at = (clause: string) => hits.get(clause) ?? { inChecks: 0, inReleases: 0 }
  for (const { clause, count } of checkClauses) {
    hits.set(clause, { ...at(clause), inChecks: at(clause).inChecks + count })
  }
  for (const { clause, count, kind } of releaseClauses) {
    if (!REJECTIONS.includes(kind)) continue
    hits.set(clause, { ...at(clause), inReleases: at(clause).inReleases + count })
  }
  return [...hits]
    .map(([clause, counts]) => ({ clause, ...counts }))
    .sort((one, other) => totalOf(other) - totalOf(one) || (one.clause < other.clause ? -1 : 1))
    .slice(0, MOST_CLAUSES)
}

function totalOf({ inChecks, inReleases }: ClauseHits): number {
  return inChecks + inReleases
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

/** `12.3 %`; a dash where there was nothing to share out. */
export function describeShare(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}
