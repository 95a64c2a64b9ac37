/**
 * What each event leaves in the life, besides the state: submissions, decisions, filing, take-down.
 *
 * Total and pure; asked only after the table and the obstacles agreed. `event.at` is already settled.
 */

import type { EventOf, ReleaseEvent } from './event.ts'
import type { Pause } from './filing/clock.ts'
import type { Decision, Filing, Life, Submission } from './life.ts'
import type { EventKind } from './table.ts'
import { takedownFor } from './takedown.ts'

type Change = Partial<Omit<Life, 'state' | 'changedAt' | 'eventCount'>>
type Changes = { readonly [Kind in EventKind]?: (life: Life, event: EventOf<Kind>) => Change }

const CHANGES: Changes = {
  submitted: (life, event) => ({
    submissions: [...life.submissions, submissionOf(event)],
    filing: null,
  }),
  machineRejected: (life, event) => decided(life, { ...rejection(event), ...missing(event) }),
  reviewerRejected: (life, event) => decided(life, { ...rejection(event), ...missing(event) }),
  reviewerApproved: (life, event) => decided(life, approval(event), { mustFile: event.filing }),
  expedited: (life, { at }) => ofCurrent(life, () => ({ expeditedAt: at })),
  appealed: (life, { at }) => ofCurrent(life, () => ({ appealedAt: at })),
  appealDismissed: (life, event) => decided(life, rejection(event)),
  withdrawn: (life, { at }) => ({
    ...ofCurrent(life, () => ({ withdrawnAt: at })),
    ...ofFiling(life, (filing) => ({ ...answered(filing, at), outcome: 'aborted' })),
  }),

  filingStarted: (_, event) => ({ filing: filingOf(event) }),
  filingPassed: (life, { at, note = '' }) =>
    ofFiling(life, (filing) => ({ ...answered(filing, at), outcome: 'passed', note })),
  filingRejected: (life, event) => ({
    ...ofFiling(life, (filing) => ({
      ...answered(filing, event.at),
      outcome: 'rejected',
      clauses: event.clauses,
      note: event.note,
    })),
    takedown: takedownFor(life, event),
  }),
  materialRequested: (life, { at }) => ofFiling(life, (filing) => pausedForMaterial(filing, at)),
  materialSupplied: (life, { at }) => ofFiling(life, (filing) => resumed(filing, at)),
  filingPaused: (life, { at, reason }) =>
    ofFiling(life, ({ pauses }) => ({ pauses: [...pauses, { from: at, to: null, reason }] })),
  filingResumed: (life, { at }) => ofFiling(life, (filing) => resumed(filing, at)),
  preLaunched: (life, { at }) => ofFiling(life, () => ({ preLaunchedAt: at })),

  launched: (_, { at }) => ({ launchedAt: at, greyPercentage: null }),
  greyLaunched: (_, { percentage }) => ({ greyPercentage: percentage }),
  greyCancelled: () => ({ greyPercentage: null }),
  takedownOrdered: (_, { at, actor, deadlineAt, note, clauses = [] }) => ({
    takedown: { orderedAt: at, deadlineAt, by: actor, clauses, note },
    reexaminationSince: null,
  }),
  takedownLifted: () => ({ takedown: null }),
  reinstated: () => ({ takedown: null }),
  reexaminationStarted: (_, { at }) => ({ reexaminationSince: at }),
  reexaminationCleared: () => ({ reexaminationSince: null }),
  rolledBack: () => ({ reexaminationSince: null }),
  superseded: () => ({ greyPercentage: null, reexaminationSince: null }),
}

export function changeBy(life: Life, event: ReleaseEvent): Change {
  const change = CHANGES[event.kind] as ((life: Life, event: ReleaseEvent) => Change) | undefined
  return change?.(life, event) ?? {}
}

/** The life that `created` begins. */
export function begin(event: EventOf<'created'>): Life {
  return {
    state: 'draft',
    appid: event.appid,
    version: event.version,
    description: event.description,
    createdAt: event.at,
    changedAt: event.at,
    eventCount: 1,
    submissions: [],
    filing: null,
    launchedAt: null,
    greyPercentage: null,
    takedown: null,
    reexaminationSince: null,
  }
}

function submissionOf(event: EventOf<'submitted'>): Submission {
  return {
    auditId: event.auditId,
    categories: event.categories,
    subject: event.subject,
    ugcDeclaration: event.ugcDeclaration ?? null,
    note: event.note ?? '',
    submittedAt: event.at,
    decisions: [],
    withdrawnAt: null,
    expeditedAt: null,
    appealedAt: null,
    mustFile: [],
  }
}

function filingOf(event: EventOf<'filingStarted'>): Filing {
  return {
    noticeAt: event.at,
    region: event.region,
    categories: event.categories,
    policy: event.policy,
    promised: event.promised,
    pauses: [],
    preLaunchedAt: null,
    outcome: 'open',
    answeredAt: null,
    clauses: [],
    note: '',
  }
}

function approval({ at, actor, note = '' }: EventOf<'reviewerApproved'>): Decision {
  return { kind: 'approved', at, by: actor, clauses: [], note, missingCategories: [] }
}

type Rejecting = EventOf<'machineRejected' | 'reviewerRejected' | 'appealDismissed'>

function rejection({ at, actor, clauses, note }: Rejecting): Decision {
  return { kind: 'rejected', at, by: actor, clauses, note, missingCategories: [] }
}

function missing(
  event: EventOf<'machineRejected' | 'reviewerRejected'>,
): Pick<Decision, 'missingCategories'> {
  return { missingCategories: event.missingCategories ?? [] }
}

function decided(life: Life, decision: Decision, change: Partial<Submission> = {}): Change {
  return ofCurrent(life, ({ decisions }) => ({ decisions: [...decisions, decision], ...change }))
}

function ofCurrent(life: Life, change: (current: Submission) => Partial<Submission>): Change {
  const current = life.submissions.at(-1)
  if (current === undefined) return {}
  return { submissions: [...life.submissions.slice(0, -1), { ...current, ...change(current) }] }
}

function ofFiling(life: Life, change: (filing: Filing) => Partial<Filing>): Change {
  return life.filing === null ? {} : { filing: { ...life.filing, ...change(life.filing) } }
}

function answered(filing: Filing, at: number): Partial<Filing> {
  return { ...resumed(filing, at), answeredAt: at }
}

function pausedForMaterial({ policy, pauses }: Filing, at: number): Partial<Filing> {
  const mayStand = policy.pausesFor.includes('materialRequested')
  const stands = pauses.some(({ to }) => to === null)
  if (!mayStand || stands) return {}
  return { pauses: [...pauses, { from: at, to: null, reason: 'materialRequested' }] }
}

function resumed({ pauses }: Filing, at: number): Partial<Filing> {
  return {
    pauses: pauses.map((pause): Pause => (pause.to === null ? { ...pause, to: at } : pause)),
  }
}
