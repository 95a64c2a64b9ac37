/** Apps, people and events for the contract suite: what matters to a fact is passed in. */

import type { Category, Subject } from '@fangxing/contract'
import {
  type Actor,
  DEFAULT_CLOCK,
  type EventKind,
  type EventOf,
  type Payloads,
  type ReleaseEvent,
  WHO_MAY,
} from '@fangxing/release'
import type { Appended, Release } from '../releases.types.ts'
import type { Storage } from '../storage.ts'

/** Monday 2026-03-02 10:00 in Shanghai; its seven natural days end on 03-10 at 00:00 there. */
export const MONDAY = Date.UTC(2026, 2, 2, 2)
export const DUE = Date.UTC(2026, 2, 9, 16)

export const NOTES: Category = { first: '社交', second: '笔记' }
export const COMPANY: Subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
export const ARCHIVE = new Uint8Array([80, 75, 5, 6, ...Array.from({ length: 18 }, () => 0)])

export function eventOf<Kind extends EventKind>(
  kind: Kind,
  payload: Payloads[Kind],
  at: number = MONDAY,
): EventOf<Kind> {
  const who = WHO_MAY[kind][0] ?? 'operator'
  const actor: Actor = { kind: who, id: `${who}-1`, name: who }
  return { kind, at, actor, ...payload } as EventOf<Kind>
}

export const PASSED = eventOf('machinePassed', { verdict: 'pass', edition: '2026-01-01' })
export const APPROVED = eventOf('reviewerApproved', { filing: [] })
export const APPROVED_TO_FILE = eventOf('reviewerApproved', { filing: [NOTES] })
export const FILING = filingOf({})
export const LAUNCHED = eventOf('launched', {})
export const WITHDRAWN = eventOf('withdrawn', {})

export function filingOf(more: Partial<Payloads['filingStarted']>): EventOf<'filingStarted'> {
  const usual = { region: 'CN-GD', categories: [NOTES], policy: DEFAULT_CLOCK, promised: true }
  return eventOf('filingStarted', { ...usual, ...more })
}

export async function newApp(storage: Storage): Promise<string> {
  const draft = { name: '食堂点餐', subject: COMPANY, categories: [NOTES] }
  return (await storage.apps.create(draft, MONDAY)).app.appid
}

export async function newRelease(storage: Storage, appid?: string): Promise<Release> {
  const owner = appid ?? (await newApp(storage))
  const payload = { appid: owner, version: '1.0.0', description: 'the first version' }
  return storage.releases.create(eventOf('created', payload), ARCHIVE)
}

export async function submission(
  storage: Storage,
  more: Partial<Payloads['submitted']> = {},
): Promise<EventOf<'submitted'>> {
  const auditId = await storage.releases.nextAuditId()
  return eventOf('submitted', { auditId, categories: [NOTES], subject: COMPANY, ...more })
}

/** Appends to what is there now. */
export async function goOn(
  storage: Storage,
  releaseId: string,
  ...events: readonly ReleaseEvent[]
): Promise<Appended> {
  const release = await storage.releases.find(releaseId)
  return storage.releases.append(releaseId, release?.life.eventCount ?? 0, events)
}

/** A release that was submitted and then went through `events`. */
export async function submitted(
  storage: Storage,
  events: readonly ReleaseEvent[] = [],
  appid?: string,
): Promise<Release> {
  const { id } = await newRelease(storage, appid)
  return (await goOn(storage, id, await submission(storage), ...events)).release
}

/** A release whose filing waits for the authority. */
export function filing(storage: Storage, started: ReleaseEvent = FILING): Promise<Release> {
  return submitted(storage, [PASSED, APPROVED_TO_FILE, started])
}

export async function newUser(storage: Storage, name: string): Promise<string> {
  const draft = { name, roles: ['reviewer'], password: 'a long sentence' } as const
  return (await storage.users.create(draft, MONDAY)).id
}
