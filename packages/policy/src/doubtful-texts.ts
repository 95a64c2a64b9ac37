/** How a text that a model takes for an unwanted kind is told, wherever it stands. */

import { LABELS, type Outcome, type TextClass, violationOrPass } from '@fangxing/contract'
import { say } from './say.ts'

export function findDoubtful(textClasses: readonly TextClass[]): Outcome {
  return violationOrPass(
    textClasses
      .filter(({ label }) => label !== 100)
      .map(({ label, probability, place }) => {
        const { zh, en } = LABELS[label]
        return {
          place,
          message: say(`模型认为它像“${zh}”。`, `A model takes it for ${en}.`),
          measured: `${label} · ${probability.toFixed(2)}`,
        }
      }),
  )
}
