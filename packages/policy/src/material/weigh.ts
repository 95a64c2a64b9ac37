/** How much of what was found a machine may decide: the sure stops, the doubtful goes to a person. */

import {
  type Finding,
  type Outcome,
  undeterminedOrPass,
  violationOrPass,
  type Wording,
} from '@fangxing/contract'

/**
 * A violation when something is sure; else to a person when something is doubtful; else a pass.
 * `question` is what the person decides.
 */
export function weigh(
  sure: readonly Finding[],
  doubtful: readonly Finding[],
  question: Wording,
): Outcome {
  return sure.length > 0 ? violationOrPass(sure) : undeterminedOrPass(doubtful, question)
}
