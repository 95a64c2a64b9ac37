/**
 * Assesses texts once for each turn of the event loop: all that were read from sockets in it, together.
 *
 * Requests of a busy server come in dozens, and dozens of texts cost each engine half of what they
 * cost one by one (`assessTexts`). One text alone waits for nothing but the end of the turn.
 */

import { assessTexts, type TextAssessment, type TextOrder } from '@fangxing/assessment'

interface Waiting extends Pick<PromiseWithResolvers<TextAssessment>, 'resolve' | 'reject'> {
  readonly order: TextOrder
}

let waiting: Waiting[] = []

export function assessInTurns(order: TextOrder): Promise<TextAssessment> {
  if (waiting.length === 0) setImmediate(assessAll)
  const { promise, resolve, reject } = Promise.withResolvers<TextAssessment>()
  waiting.push({ order, resolve, reject })
  return promise
}

function assessAll(): void {
  const all = waiting
  waiting = []
  try {
    const assessed = assessTexts(all.map(({ order }) => order))
    for (const [nth, { resolve }] of all.entries()) resolve(assessed[nth] as TextAssessment)
  } catch (error) {
    for (const { reject } of all) reject(error)
  }
}
