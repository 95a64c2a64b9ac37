/** What a use case may reach of the world. Passed as a value: a test passes another. */

import type { Storage } from '@fangxing/storage'
import type { Assessor } from './assessor/index.ts'
import type { Clock, SimulatedClock } from './clock.ts'
import type { Outside } from './delivery/sender.ts'
import type { LexiconShelf } from './lexicon-shelf.ts'

/** Takes one line without a line break. */
export type Log = (line: string) => void

export interface Ports {
  readonly storage: Storage
  /** The time of releases and checks: every event is stamped with it. */
  readonly clock: Clock
  /** `clock` when it can be moved, else null. */
  readonly simulatedClock: SimulatedClock | null
  /** The real time, also in a rehearsal: sessions and access tokens live by it. */
  readonly wallClock: Clock
  readonly lexicon: LexiconShelf
  /** Reads packages, in processes of their own: nothing here may parse one. */
  readonly assessor: Assessor
  /** Where deliveries may go, and how. */
  readonly outside: Outside
  readonly log: Log
}
