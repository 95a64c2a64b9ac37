/**
 * Follows one event handler from a fresh start, and everything it puts off.
 */

import { callValue } from '../run/call.ts'
import { type Frame, NeverSettled, Thrown } from '../run/frame.ts'
import { type Machine, runJobs } from '../run/machine.ts'
import type { Value } from '../run/value.ts'

export function runHandler(
  machine: Machine,
  frame: Frame,
  self: Value,
  called: Value,
  event: Value,
): void {
  if (!called.things.some(({ kind }) => kind === 'function')) return
  runFresh(machine, () => callValue(machine, frame, called, self, [event]))
}

/** No check has been passed and nothing is in doubt when a user sets something going. */
export function runFresh(machine: Machine, follow: () => void): void {
  Object.assign(machine, { checked: new Set(), doubt: 0, activation: undefined })
  try {
    follow()
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  }
  runJobs(machine)
}
