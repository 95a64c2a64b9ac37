/**
 * Whether a value is true in the world of a run, in which the content of one entry may be known to be
 * there: as itself, it is not empty.
 *
 * Notes which entries such knowledge would decide anything for, so that runs that cannot differ need
 * not both be made.
 */

import type { Machine } from './machine.ts'
import { readProperty } from './property.ts'
import { isFilledList, marksOf, POSITIVE, truthOf, type Value } from './value.ts'

/** True, false, or nothing when both are possible. */
export function truthIn(machine: Machine, value: Value): boolean | undefined {
  if (value.isPositive) return true
  const truth = truthOf(value)
  if (truth !== undefined || value.isDerived || value.things.length > 0) return truth
  for (const entry of value.entries) machine.tested.add(entry)
  const { filled } = machine.world
  return filled !== undefined && value.entries.has(filled) ? true : undefined
}

/** A property; the length of content that is known to be there is above zero. */
export function readMember(machine: Machine, owner: Value, name: string | undefined): Value {
  if (name !== 'length') return readProperty(owner, name)
  const isContent = owner.open && !owner.isDerived && owner.things.length === 0
  const entries = isContent ? owner.entries : isFilledList(owner) && marksOf([owner]).entries
  if (!entries) return readProperty(owner, name)
  for (const entry of entries) machine.tested.add(entry)
  const { filled } = machine.world
  return filled !== undefined && entries.has(filled) ? POSITIVE : readProperty(owner, name)
}
