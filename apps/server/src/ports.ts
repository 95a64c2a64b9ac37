/** What a use case may reach of the world. Passed as a value: a test passes another. */

import type { Storage } from '@fangxing/storage'
import type { TextClassifier } from '@fangxing/text'
import type { Assessor } from './assessor/index.ts'
import type { Meter, PolicyShelf } from './check-policy/index.ts'
import type { Clock, SimulatedClock } from './clock.ts'
import type { Outside } from './delivery/sender.ts'
import type { LexiconShelf } from './lexicon-shelf.ts'
import type { Log } from './log.ts'
import type { MediaEngine } from './media-checks/media-engine.ts'
import type { PictureBank } from './media-checks/picture-bank.ts'
import type { OpinionEngine } from './opinions/index.ts'
import type { ModelShelf } from './text-models/model-shelf.ts'
import type { TrialShelf } from './trials/trial-shelf.ts'
import type { UpstreamShelf } from './upstream/upstream-shelf.ts'

export interface Ports {
  readonly storage: Storage
  /** The time of releases and checks: every event is stamped with it. */
  readonly clock: Clock
  /** `clock` when it can be moved, else null. */
  readonly simulatedClock: SimulatedClock | null
  /** The real time, also in a rehearsal: sessions and access tokens live by it. */
  readonly wallClock: Clock
  readonly lexicon: LexiconShelf
  /** What counts in each scene, and how much an app may ask. */
  readonly checkPolicy: PolicyShelf
  readonly meter: Meter
  /** A candidate that judges beside the live policy and lexicon. */
  readonly trials: TrialShelf
  /** Always the live one. */
  readonly classifier: TextClassifier
  /** Editions of the text model, and which of them judges. */
  readonly models: ModelShelf
  /** Looks at pictures, sounds and videos, in processes of their own. */
  readonly media: MediaEngine
  /** Absent: no model is configured, and questions of meaning go to people. */
  readonly opinions?: OpinionEngine | undefined
  /** Pictures that people have seen before. */
  readonly pictureBank: PictureBank
  /** Other checkers that apps have chosen to ask besides. */
  readonly upstreams: UpstreamShelf
  /** Reads packages, in processes of their own: nothing here may parse one. */
  readonly assessor: Assessor
  /** Where deliveries may go, and how. */
  readonly outside: Outside
  readonly log: Log
}
