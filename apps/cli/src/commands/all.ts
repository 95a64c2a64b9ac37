/** Every command, in the order in which the help lists them. */

import { addAudit } from './audit.ts'
import { addCheckAnywhere } from './check-anywhere.ts'
import { addClock } from './clock.ts'
import { addCorpus } from './corpus.ts'
import { addDemo } from './demo.ts'
import { addExplain } from './explain.ts'
import { addLexicon } from './lexicon.ts'
import { addPreflight } from './preflight.ts'
import { addRehearse } from './rehearse.ts'
import { addServe } from './serve.ts'
import { addSubmit } from './submit.ts'
import { addTimeline } from './timeline.ts'
import { addTrain } from './train.ts'
import { addVerify } from './verify.ts'

export const ALL_COMMANDS = [
  addServe,
  addDemo,
  addPreflight,
  addAudit,
  addExplain,
  addCheckAnywhere,
  addLexicon,
  addCorpus,
  addTrain,
  addSubmit,
  addTimeline,
  addRehearse,
  addVerify,
  addClock,
] as const
