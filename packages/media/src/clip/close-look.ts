/**
 * What a few short stretches of a clip show up close: softness, the codec's grid, shake, combing.
 *
 * Whole frames come in pairs, small ones all; each is measured as it comes and let go. A value is the
 * median over the stretches, so that one dark or empty stretch does not decide; a value that no
 * stretch gave is null: a plain wall has no edges, a still scene no combs.
 */

import type { GrayFrame } from './gray-frame.ts'
import { measureBlockiness } from './measure-blockiness.ts'
import { measureBlur } from './measure-blur.ts'
import { measureCombing } from './measure-combing.ts'
import { measureShake } from './measure-shake.ts'

export interface CloseLook {
  /** Pixels over which edges rise; null without edges. */
  readonly blur: number | null
  /** 0 to 1. */
  readonly blockiness: number | null
  /** Percent of the width; null when too little moves together. */
  readonly shake: number | null
  /** Share of moving frames that have combs, 0 to 1. */
  readonly interlacedShare: number | null
  /** Share of frames that repeat the one before while others move, 0 to 1. */
  readonly repeatedShare: number | null
}

/** Mean difference of levels from which a scene moves. */
const MOVES = 0.4
/** Less change than this share of the usual one is a repeated frame and the codec's work on it. */
const SAME = 0.15
const MIN_FRAMES = 8
/** Seconds between two frames beyond which a stretch has ended. */
const GAP = 0.6
/** A stretch is measured and let go before it holds more. */
const MAX_FRAMES = 150

export function lookClosely() {
  const blurs: (number | null)[] = []
  const grids: (number | null)[] = []
  const combs: (boolean | null)[] = []
  const shakes: (number | null)[] = []
  const repeats: (number | null)[] = []
  let [frames, lastAt]: [GrayFrame[], number] = [[], 0]
  let first: GrayFrame | null = null
  const closeStretch = () => {
    shakes.push(measureShake(frames))
    repeats.push(repeatedShareOf(frames))
    frames = []
  }
  return {
    addWhole(frame: GrayFrame): void {
      if (first === null) {
        first = frame
        blurs.push(measureBlur(frame))
        grids.push(measureBlockiness(frame))
        return
      }
      combs.push(measureCombing(first, frame))
      first = null
    },
    /** `at` is in seconds, and says which frames lie together. */
    addSmall(frame: GrayFrame, at: number): void {
      const isNext = at >= lastAt && at - lastAt < GAP && frames.length < MAX_FRAMES
      if (!isNext) closeStretch()
      frames.push(frame)
      lastAt = at
    },
    end(): CloseLook {
      closeStretch()
      const told = combs.filter((comb) => comb !== null)
      return {
        blur: medianOf(blurs),
        blockiness: medianOf(grids),
        shake: medianOf(shakes),
        repeatedShare: medianOf(repeats),
        interlacedShare: told.length === 0 ? null : told.filter(Boolean).length / told.length,
      }
    },
  }
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
