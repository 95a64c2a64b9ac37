/**
 * How the desk works, as the operator has set it: what comes first, who looks twice, what is mixed
 * in to learn from, and how people are spared.
 *
 * Every number is a setting; what is not set is as shipped here, with the reason beside it.
 */

import type { Label } from '@fangxing/contract'
import { DESK_KINDS, type DeskKind, type Settings } from '@fangxing/storage'

export const SHIELDS = ['shown', 'grey', 'blur'] as const
export type Shield = (typeof SHIELDS)[number]

export interface DeskPolicy {
  /** Within how many hours a thing of this kind should be decided: its due time. */
  readonly targetHours: Readonly<Record<DeskKind, number>>
  /** By how many hours a label comes earlier than it is due; absent: none. */
  readonly labelHours: Readonly<Partial<Record<Label, number>>>
  readonly appealHours: number
  readonly expeditedHours: number
  /** Labels that are hard to look at: shielded, and counted against the budget. */
  readonly severe: readonly Label[]
  readonly second: {
    /** Share of decisions that a second person makes again without seeing the first, 0 to 1. */
    readonly rate: number
    readonly labelRates: Readonly<Partial<Record<Label, number>>>
    /** `after`: the first decision counts at once. `before`: it waits for the second. */
    readonly effect: 'after' | 'before'
  }
  /** Share of what a person is given that has a known answer, 0 to 1. */
  readonly goldenRate: number
  /** The least that everybody is shielded; a person may ask for more. */
  readonly shield: { readonly picture: Shield; readonly isMuted: boolean }
  readonly exposure: {
    /** Severe things a person sees in a day; then milder ones, or a break. */
    readonly mostPerDay: number
    /** From this share of the budget on the person is told. */
    readonly warnFrom: number
  }
}

export const SHIPPED_DESK: DeskPolicy = {
  // A text keeps its writer waiting; a version has promised a day, and an appeal waited one already.
  targetHours: { text: 1, picture: 1, sound: 4, video: 4, release: 24, appeal: 24, material: 24 },
  // What may harm somebody meanwhile comes before what only annoys.
  labelHours: { 20001: 8, 20002: 6, 20006: 8, 20008: 6, 20003: 2, 20012: 2 },
  appealHours: 12,
  expeditedHours: 24,
  severe: [20002, 20006],
  second: { rate: 0.05, labelRates: {}, effect: 'after' },
  goldenRate: 0.03,
  shield: { picture: 'blur', isMuted: true },
  exposure: { mostPerDay: 150, warnFrom: 0.8 },
}

const SETTING = 'deskPolicy'

export async function readDeskPolicy(settings: Settings): Promise<DeskPolicy> {
  const stored = ((await settings.get(SETTING)) ?? {}) as Partial<DeskPolicy>
  const targetHours = { ...SHIPPED_DESK.targetHours, ...stored.targetHours }
  return { ...SHIPPED_DESK, ...stored, targetHours }
}

export function writeDeskPolicy(settings: Settings, policy: DeskPolicy): Promise<void> {
  return settings.set(SETTING, policy)
}

/** The stronger of what everybody gets and what a person asks for. */
export function shieldFor(
  minimum: DeskPolicy['shield'],
  own: { readonly picture?: Shield | undefined; readonly isMuted?: boolean | undefined },
): DeskPolicy['shield'] {
  const strength = Math.max(
    SHIELDS.indexOf(minimum.picture),
    SHIELDS.indexOf(own.picture ?? 'shown'),
  )
  return {
    picture: SHIELDS[strength] ?? minimum.picture,
    isMuted: minimum.isMuted || own.isMuted === true,
  }
}

/** What one is given: by skills where there are any, else everything. */
export function kindsFor(skills: readonly string[]): readonly DeskKind[] {
  const named = DESK_KINDS.filter((kind) => skills.includes(kind))
  return named.length > 0 ? named : DESK_KINDS
}
