/**
 * Drawing by lot so that anybody can draw it again: the lot of a seed is its SHA-256, and what is
 * below the rate is drawn.
 *
 * Nobody can steer it (ids are random), and a question "why was this one looked at twice" has an
 * answer.
 */

import { createHash } from 'node:crypto'
import type { Label } from '@fangxing/contract'
import type { DeskPolicy } from './desk-policy.ts'

/** 0 to 1, the same for the same seed. */
export function lotOf(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32
}

/** By the label that the machine suspected: whoever decides cannot choose who looks again. */
export function isLookedAtTwice(checkId: string, label: Label, { second }: DeskPolicy): boolean {
  return lotOf(`second ${checkId}`) < (second.labelRates[label] ?? second.rate)
}

/** `nth`: how many decisions the person has made, so that the share holds for each person. */
export function isGolden(userId: string, nth: number, { goldenRate }: DeskPolicy): boolean {
  return lotOf(`golden ${userId} ${nth}`) < goldenRate
}
