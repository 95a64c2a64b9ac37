/** A page or component as it stands on the screen. */

import type { Unit } from '../package/unit.types.ts'
import type { Value } from '../run/value.ts'

export interface Instance {
  readonly unit: Unit
  readonly self: Value
  readonly data: Value
  readonly config: Value
  /** Details of the events that it has triggered, by name. */
  readonly triggered: Map<string, Value>
}
