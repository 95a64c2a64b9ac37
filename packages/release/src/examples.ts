/**
 * Events, subjects and a small profile with everything filled in, for the tests of this package.
 *
 * `event('launched')` is a complete, lawful event by a role that may cause it; what matters to a
 * test is passed in, the rest is plausible. Nothing here is exported from the package.
 */

import type { Category, Subject } from '@fangxing/contract'
import type { Actor, ActorKind, EventOf, Payloads, ReleaseEvent } from './event.ts'
import type { ClockPolicy } from './filing/clock.ts'
import { DAY_MS, DEFAULT_CLOCK } from './filing/clock.ts'
import type { FilingProfile, Holder, ProfileCategory } from './filing/profile.ts'
import type { Life } from './life.ts'
import { WHO_MAY } from './permissions.ts'
import type { EventKind } from './table.ts'
import { transition } from './transition.ts'

/** Monday 2026-03-02 10:00 in Shanghai. */
export const MONDAY = Date.UTC(2026, 2, 2, 2)
export const HOUR_MS = 3_600_000

export const NOTES: Category = { first: '社交', second: '笔记' }
export const FORUM: Category = { first: '社交', second: '社区/论坛' }
export const VIDEO: Category = { first: '文娱', second: '其他视频' }
export const FOOD: Category = { first: '餐饮服务', second: '点餐平台' }

export const COMPANY: Subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
export const PERSON: Subject = { kind: 'individual', overseas: false, region: 'CN-ZJ' }
export const OVERSEAS_CLUB: Subject = { kind: 'other', overseas: true, region: 'CN-BJ' }
export const OVERSEAS_COMPANY: Subject = { kind: 'enterprise', overseas: true, region: 'CN-BJ' }

export const PROFILE: FilingProfile = {
  edition: '2026-01-01',
  clock: DEFAULT_CLOCK,
  categories: [
    row(NOTES, ['organisation'], ['非经营性互联网信息服务备案核准']),
    row(FORUM, ['organisation'], ['非经营性互联网信息服务备案核准']),
    row(VIDEO, ['organisation'], ['信息网络传播视听节目许可证'], ['视频']),
    row({ first: '文娱', second: '视频广场' }, ['organisation'], [], ['视频']),
    { ...row(FOOD, ['organisation', 'individual', 'overseas'], []), filed: false },
  ],
}

function row(
  category: Category,
  openTo: readonly Holder[],
  licences: readonly string[],
  formerNames: readonly string[] = [],
): ProfileCategory {
  return { ...category, filed: true, openTo, licences, formerNames }
}

export function actor(kind: ActorKind, name = kind as string): Actor {
  return { kind, id: name, name }
}

const CLAUSES = ['wechat-filing-2022/R9']

const PAYLOADS: Payloads = {
  created: { appid: 'wxexample', version: '1.0.0', description: 'the first version' },
  submitted: { auditId: 1, categories: [NOTES, FOOD], subject: COMPANY },
  machinePassed: { verdict: 'pass', edition: '2026-01-01' },
  machineRejected: { clauses: CLAUSES, note: 'unguarded text', edition: '2026-01-01' },
  reviewerApproved: { filing: [] },
  reviewerRejected: { clauses: CLAUSES, note: 'unguarded text' },
  delayed: { note: 'a second reviewer looks at it' },
  expedited: {},
  expediteRefused: { note: 'there is no expedite channel for a filing' },
  withdrawn: {},
  appealed: { note: 'the check is in the cloud function' },
  appealDismissed: { clauses: CLAUSES, note: 'no page reaches that function' },
  rejectionReversed: { note: 'the check was overlooked' },
  filingStarted: { region: 'CN-GD', categories: [NOTES], policy: DEFAULT_CLOCK, promised: true },
  filingPassed: {},
  filingRejected: { clauses: CLAUSES, note: 'no audit team' },
  materialRequested: { note: 'send the licence' },
  materialSupplied: { note: 'the licence is attached' },
  contactLogged: { note: 'called the registered mobile', codeVerified: true },
  filingPaused: { reason: 'subjectUnreachable', note: 'nobody answers' },
  filingResumed: {},
  preLaunched: {},
  launched: {},
  greyLaunched: { percentage: 10 },
  greyCancelled: {},
  takedownOrdered: { note: 'banned content', deadlineAt: MONDAY + 365 * DAY_MS },
  takedownLifted: { note: 'ordered by mistake' },
  takenDown: {},
  rectified: { note: 'the content was removed' },
  rectificationRefused: { note: 'the content is still there' },
  reinstated: {},
  reexaminationStarted: { note: 'a new edition of the rules' },
  reexaminationCleared: {},
  rolledBack: { note: 'it crashes' },
  superseded: { byReleaseId: 'rel_2' },
}

/** A lawful event of this kind; `more` replaces what the test is about. */
export function event<Kind extends EventKind>(
  kind: Kind,
  at: number = MONDAY,
  more: Partial<Payloads[Kind]> & { readonly actor?: Actor } = {},
): EventOf<Kind> {
  const who = actor(WHO_MAY[kind][0] ?? 'machine')
  return { kind, at, actor: who, ...PAYLOADS[kind], ...more } as EventOf<Kind>
}

/** The life after these events, each of which must be lawful: a story that cannot be told throws. */
export function lived(...events: readonly ReleaseEvent[]): Life {
  const life = continued(null, ...events)
  if (life === null) throw new Error('a life begins with an event')
  return life
}

/** Goes on from a life; null events make null. Throws with the reason when one is refused. */
export function continued(from: Life | null, ...events: readonly ReleaseEvent[]): Life | null {
  let life = from
  for (const next of events) {
    const result = transition(life, next)
    if (!result.ok) throw new Error(`${next.kind} refused: ${result.because.en}`)
    life = result.life
  }
  return life
}

/** Up to an approval that files `NOTES`, and the notice at `noticeAt`. */
export function filedAt(noticeAt: number, policy: ClockPolicy = DEFAULT_CLOCK): ReleaseEvent[] {
  return [
    event('created', noticeAt - 3 * HOUR_MS),
    event('submitted', noticeAt - 2 * HOUR_MS),
    event('machinePassed', noticeAt - HOUR_MS),
    event('reviewerApproved', noticeAt, { filing: [NOTES] }),
    event('filingStarted', noticeAt, { policy }),
  ]
}

/** Up to an approval that files nothing. */
export function approvedAt(at: number): ReleaseEvent[] {
  return [
    event('created', at - 3 * HOUR_MS),
    event('submitted', at - 2 * HOUR_MS, { categories: [FOOD] }),
    event('machinePassed', at - HOUR_MS),
    event('reviewerApproved', at),
  ]
}
