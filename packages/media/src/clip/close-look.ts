/**
 * What short stretches of a clip show up close: softness, the codec's grid, shake, combing, stutter.
 *
 * Frames come with their seconds, whole ones in pairs, small ones all; each is measured and let go,
 * whole ones at once, small ones when their stretch is over. Every stretch gives its own numbers, the
 * clip the median of each, so that one dark or empty stretch does not decide. A number that nothing
 * gave is null: a plain wall has no edges, a still scene no combs.
 */

import type { ClipStretch } from '@fangxing/contract'
import type { GrayFrame } from './gray-frame.ts'
import { measureBlockiness } from './measure-blockiness.ts'
import { measureBlur } from './measure-blur.ts'
import { measureCombing } from './measure-combing.ts'
import { measureShake } from './measure-shake.ts'

/** The facts that only a close look gives. */
export const CLOSE_FACTS = [
  'blur',
  'blockiness',
  'shake',
  'interlacedShare',
  'repeatedShare',
] as const

export type CloseFact = (typeof CLOSE_FACTS)[number]

export interface CloseLook extends Readonly<Record<CloseFact, number | null>> {
  readonly stretches: readonly ClipStretch[]
}

interface Stretch {
  readonly from: number
  to: number
  readonly blurs: (number | null)[]
  readonly grids: number[]
  readonly combs: (boolean | null)[]
  smalls: GrayFrame[]
  shake: number | null
  repeatedShare: number | null
}

/** Mean difference of levels from which a scene moves. */
const MOVES = 0.4
/** Less change than this share of the usual one is a repeated frame and the codec's work on it. */
const SAME = 0.15
const MIN_FRAMES = 8
/** Of a stretch, so that what claims a thousand frames a second stays bounded. */
const MAX_FRAMES = 150

/** `stretchOf` tells the number of the stretch that a second belongs to; numbers grow with time. */
export function lookClosely(stretchOf: (at: number) => number) {
  const stretches = new Map<number, Stretch>()
  let first: { frame: GrayFrame; at: number } | null = null
  let current: Stretch | undefined
  const stretchAt = (at: number): Stretch => {
    const key = stretchOf(at)
    const found = stretches.get(key) ?? emptyStretch(at)
    stretches.set(key, found)
    found.to = Math.max(found.to, at)
    return found
  }
  return {
    addWhole(frame: GrayFrame, at: number): void {
      const stretch = stretchAt(at)
      if (first === null || stretchOf(first.at) !== stretchOf(at)) {
        first = { frame, at }
        stretch.blurs.push(measureBlur(frame))
        stretch.grids.push(measureBlockiness(frame))
        return
      }
      stretch.combs.push(measureCombing(first.frame, frame))
      first = null
    },
    addSmall(frame: GrayFrame, at: number): void {
      const stretch = stretchAt(at)
      if (current && current !== stretch) closeStretch(current)
      current = stretch
      if (stretch.smalls.length < MAX_FRAMES) stretch.smalls.push(frame)
    },
    end(): CloseLook {
      if (current) closeStretch(current)
      const told = [...stretches].toSorted(([one], [other]) => one - other).map(([, one]) => one)
      const values = told.map(valuesOf)
      const median = (fact: CloseFact) => medianOf(values.map((value) => value[fact]))
      return {
        blur: median('blur'),
        blockiness: median('blockiness'),
        shake: median('shake'),
        interlacedShare: median('interlacedShare'),
        repeatedShare: median('repeatedShare'),
        stretches: told.map(({ from, to }, index) => ({ from, to, ...withoutNull(values[index]) })),
      }
    },
  }
}

function emptyStretch(at: number): Stretch {
  const lists = { blurs: [], grids: [], combs: [], smalls: [] }
  return { from: at, to: at, ...lists, shake: null, repeatedShare: null }
}

function closeStretch(stretch: Stretch): void {
  stretch.shake = measureShake(stretch.smalls)
  stretch.repeatedShare = repeatedShareOf(stretch.smalls)
  stretch.smalls = []
}

function valuesOf({ blurs, grids, combs, shake, repeatedShare }: Stretch) {
  const told = combs.filter((comb) => comb !== null)
  const interlacedShare = told.length === 0 ? null : told.filter(Boolean).length / told.length
  return {
    ...{ blur: medianOf(blurs), blockiness: medianOf(grids) },
    ...{ shake, interlacedShare, repeatedShare },
  }
}

function withoutNull(values: Readonly<Record<CloseFact, number | null>> | undefined) {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null))
}

/** Null when the scene hardly moves: then a repeated frame is no stutter. */
export function repeatedShareOf(frames: readonly GrayFrame[]): number | null {
  const changes = frames.slice(1).map((frame, index) => changeBetween(frames[index], frame))
  const usual = changes.toSorted((one, other) => other - one)[Math.floor(changes.length / 4)] ?? 0
  if (changes.length < MIN_FRAMES || usual < MOVES) return null
  return changes.filter((change) => change < usual * SAME).length / changes.length
}

function changeBetween(before: GrayFrame | undefined, { data }: GrayFrame): number {
  let sum = 0
  for (let index = 0; index < data.length; index += 1) {
    sum += Math.abs((data[index] ?? 0) - (before?.data[index] ?? 0))
  }
  return sum / data.length
}

/** The lower of the two in the middle; null of nothing. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
