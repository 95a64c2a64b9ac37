/**
 * Where an app stands, for a card: which versions matter now, and which of them asks for something.
 *
 * A version that stands in several places, live and newest, is told once with both names. Pure.
 */

import type { Standing } from '../api/portal-types.ts'
import type { Release, ReleaseState } from '../api/types.ts'

export const SLOTS = ['live', 'staged', 'preLaunched', 'inReview', 'newest'] as const

export type Slot = (typeof SLOTS)[number]

export interface SlotView {
  readonly slots: readonly Slot[]
  readonly version: Release
}

type Places = Pick<Standing, Slot>

export function slotsOf(standing: Places | undefined): readonly SlotView[] {
  const views = new Map<string, { slots: Slot[]; version: Release }>()
  if (standing === undefined) return []
  for (const slot of SLOTS) {
    const version = standing[slot]
    if (version === null) continue
    const known = views.get(version.id)
    if (known) known.slots.push(slot)
    else views.set(version.id, { slots: [slot], version })
  }
  return [...views.values()]
}

/** The gravest first: what burns, what others look at, what the developer can do next. */
const URGENCY: readonly ReleaseState[] = [
  'takedownOrdered',
  'materialRequested',
  'takenDown',
  'filingRejected',
  'rejected',
  'preLaunch',
  'approved',
  'appealed',
  'machineReview',
  'humanReview',
  'delayed',
  'filing',
  'rectified',
  'greyLaunch',
  'withdrawn',
  'draft',
  'launched',
  'superseded',
  'rolledBack',
]

/** The version that somebody has to act on now; null for an app without versions. */
export function mattersNow(standing: Places | undefined): Release | null {
  const versions = slotsOf(standing).map(({ version }) => version)
  const rank = ({ state }: Release) => URGENCY.indexOf(state)
  return [...versions].sort((one, other) => rank(one) - rank(other))[0] ?? null
}

/** As many apps as the server tells the standing of at once. */
const CHUNK = 25

/** The chunk of a list in which the row stands: rows that are seen together are asked for together. */
export function chunkOf(appids: readonly string[], index: number): readonly string[] {
  const start = Math.floor(index / CHUNK) * CHUNK
  return appids.slice(start, start + CHUNK)
}

/** By name or appid, whatever the case of the letters. */
export function findApps<Item extends { readonly name: string; readonly appid: string }>(
  apps: readonly Item[],
  words: string,
): readonly Item[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return apps
  return apps.filter(({ name, appid }) => `${name}\n${appid}`.toLowerCase().includes(wanted))
}
