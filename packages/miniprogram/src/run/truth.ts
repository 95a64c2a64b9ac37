/**
 * Whether a value is true in the world of a run, in which the content of one entry may be known to be
 * there: as itself, it is not empty.
 *
 * Notes which entries such knowledge would decide anything for, so that runs that cannot differ need
 * not both be made.
 */

import type { Machine } from './machine.ts'
import { truthOf, type Value } from './value.ts'

/** True, false, or nothing when both are possible. */
export function truthIn(machine: Machine, value: Value): boolean | undefined {
  const truth = truthOf(value)
  if (truth !== undefined || value.isDerived || value.things.length > 0) return truth
  for (const entry of value.entries) machine.tested.add(entry)
  const { filled } = machine.world
  return filled !== undefined && value.entries.has(filled) ? true : undefined
}
