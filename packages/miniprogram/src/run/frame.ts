/**
 * One activation of a function or module while a program is followed.
 */

import type { Scope } from './scope.ts'
import { join, type Value } from './value.ts'

export interface Frame {
  scope: Scope
  readonly self: Value
  readonly file: string
  /** What may have been thrown so far without ending the way for sure. */
  pending: Value | undefined
}

/**
 * A throw that happens for sure: ends the way up to the next `catch`. No `Error`, whose trace of the
 * stack costs more than the way it ends.
 */
export class Thrown {
  readonly reason: Value

  constructor(reason: Value) {
    this.reason = reason
  }
}

/** A promise that nothing settles: what waits for it never goes on. */
export class NeverSettled {
  readonly isNeverSettled = true
}

/** How a statement may end. More than one may be possible. */
export interface Completion {
  readonly falls: boolean
  readonly returned: Value | undefined
  readonly thrown: Value | undefined
  /** `break` or `continue`. */
  readonly jumps: boolean
}

export const FALLS: Completion = {
  falls: true,
  returned: undefined,
  thrown: undefined,
  jumps: false,
}
export const JUMPS: Completion = { ...FALLS, falls: false, jumps: true }
export const ENDS: Completion = { ...FALLS, falls: false }

export function either(a: Completion, b: Completion): Completion {
  return {
    falls: a.falls || b.falls,
    returned: a.returned ? join(a.returned, b.returned) : b.returned,
    thrown: a.thrown ? join(a.thrown, b.thrown) : b.thrown,
    jumps: a.jumps || b.jumps,
  }
}

/** What may end a list of statements early, kept while later statements are followed. */
export function afterwards(earlier: Completion, last: Completion): Completion {
  return { ...either({ ...earlier, falls: false }, last), falls: last.falls }
}
