/**
 * Notes that content leaves the device, or that a check was given content.
 */

import type { FilePlace } from '@fangxing/contract'
import { placeAt } from '../package/source-tree.ts'
import { currentCall } from './call.ts'
import type { Machine, ReachedCheck, SinkKind, Written } from './machine.ts'
import { marksOf, type Value } from './value.ts'

export function recordSink(
  machine: Machine,
  kind: SinkKind,
  target: string,
  given: readonly Value[],
  written?: Written,
): void {
  const { entries } = marksOf(given)
  if (entries.size === 0) return
  machine.sinks.push({
    kind,
    target,
    entries,
    place: currentPlace(machine),
    checked: machine.checked,
    ...(written && { written }),
  })
}

export function recordCheck(
  machine: Machine,
  check: Pick<ReachedCheck, 'api' | 'version' | 'exists'>,
  given: readonly Value[],
): ReachedCheck {
  const { entries, paths } = marksOf(given)
  const reached = { ...check, entries, blindTo: paths, place: currentPlace(machine) }
  machine.checks.push(reached)
  if (entries.size > 0) machine.checked = new Set([...machine.checked, ...entries])
  return reached
}

export function currentPlace(machine: Machine): FilePlace {
  const { file, offset } = currentCall(machine)
  const script = machine.program.script(file)
  return script ? placeAt(script.source, offset) : { kind: 'file', file, line: 1, column: 1 }
}
