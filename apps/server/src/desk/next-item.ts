/**
 * The next thing for a reviewer: what one's skills and today's budget allow, in the order of
 * `priority.ts`; now and then a task with a known answer in its place.
 *
 * Leads get first what was handed to them. A lease lasts while the window renews it.
 */

import type { Label } from '@fangxing/contract'
import { dayStart, describeTime } from '@fangxing/release'
import type { Claim, DeskItem, DeskKind, DeskPerson, QueueFilter, User } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { type DeskPolicy, kindsFor, readDeskPolicy } from './desk-policy.ts'
import { shiftsFor } from './priority.ts'
import { isGolden } from './sampling.ts'

/** An open window renews it every minute; one that is closed or asleep loses it within three. */
export const DESK_CLAIM_MS = 3 * 60 * 1000

export interface DeskWish {
  readonly kinds?: readonly DeskKind[] | undefined
  readonly labels?: readonly Label[] | undefined
  readonly appid?: string | undefined
  readonly scene?: number | undefined
}

export type NextItem =
  | { readonly item: DeskItem; readonly granted: Claim }
  /** `budget`: something waits, but only what this person has seen enough of today. */
  | { readonly item: null; readonly because: 'nothing' | 'budget' }

export interface Budget {
  readonly seen: number
  readonly most: number
  readonly state: 'fine' | 'warned' | 'used'
}

export async function readBudget(
  { storage, clock }: Ports,
  userId: string,
  { exposure }: DeskPolicy,
): Promise<Budget> {
  const seen = await storage.desk.countExposures(userId, dayOf(clock.now()))
  const most = exposure.mostPerDay
  const state = seen >= most ? 'used' : seen >= most * exposure.warnFrom ? 'warned' : 'fine'
  return { seen, most, state }
}

/** `2026-11-22`, of Beijing. */
export function dayOf(at: number): string {
  return describeTime(dayStart(at)).slice(0, 10)
}

interface Turn {
  readonly policy: DeskPolicy
  readonly person: DeskPerson
  readonly wish: DeskWish
  readonly isMild: boolean
}

export function toQueueFilter(
  { policy, person, wish, isMild }: Turn,
  state: QueueFilter['state'],
): QueueFilter {
  const { kinds = [], labels = [], appid, scene } = wish
  const able = kindsFor(person.skills)
  const wanted = kinds.length === 0 ? able : able.filter((kind) => kinds.includes(kind))
  return {
    ...{ userId: person.userId, isLead: person.skills.includes('lead'), state, appid, scene },
    shifts: shiftsFor({ kinds: wanted, labels, isMild }, policy),
  }
}

export async function giveNext(ports: Ports, user: User, wish: DeskWish): Promise<NextItem> {
  const { storage, clock } = ports
  const policy = await readDeskPolicy(storage.settings)
  const person = await storage.desk.person(user.id)
  const budget = await readBudget(ports, user.id, policy)
  const turn = { policy, person, wish, isMild: budget.state === 'used' }
  const filter = toQueueFilter(turn, 'waiting')
  const claim = (asked: QueueFilter) => storage.desk.claimNext(asked, clock.now(), DESK_CLAIM_MS)
  const found =
    (filter.isLead ? await claim({ ...filter, state: 'escalated' }) : null) ??
    (await drawGolden(ports, turn, filter)) ??
    (await claim(filter))
  if (found === null) return { item: null, because: await whyNothing(ports, turn) }
  const { granted, ...item } = found
  await noteExposure(ports, user.id, item, policy)
  return { item, granted }
}

/** Only somebody who takes what comes is given one: a wish for one app or scene would show it. */
async function drawGolden({ storage, clock }: Ports, turn: Turn, filter: QueueFilter) {
  const { policy, person, wish, isMild } = turn
  const isNarrow = wish.appid !== undefined || wish.scene !== undefined || isMild
  if (isNarrow || (wish.labels ?? []).length > 0 || policy.goldenRate === 0) return null
  const nth = await storage.desk.countVotes(person.userId)
  if (!isGolden(person.userId, nth, policy)) return null
  const kinds = [...new Set(filter.shifts.map(({ kind }) => kind))]
  return storage.desk.openGolden(kinds, person.userId, clock.now(), DESK_CLAIM_MS)
}

async function whyNothing({ storage, clock }: Ports, turn: Turn): Promise<'nothing' | 'budget'> {
  if (!turn.isMild) return 'nothing'
  const filter = toQueueFilter({ ...turn, isMild: false }, 'waiting')
  const { items } = await storage.desk.list({ ...filter, limit: 1 }, clock.now())
  return items.length > 0 ? 'budget' : 'nothing'
}

/** Whoever takes a severe thing sees it: that is what is counted, not how long. */
export async function noteExposure(
  { storage, clock }: Ports,
  userId: string,
  { id, kind, label }: Pick<DeskItem, 'id' | 'kind' | 'label'>,
  { severe }: DeskPolicy,
): Promise<void> {
  if (!severe.includes(label)) return
  const at = clock.now()
  await storage.desk.expose({ userId, itemId: id, kind, label, day: dayOf(at), at })
}
