/**
 * The answer to a text in which nothing was found, made by putting its name into a text made once:
 * nineteen answers in twenty.
 */

import type { CheckedAnswer } from '../use-cases/check-text.ts'
import { toOkText } from './dialect.ts'
import { toDetail } from './text-check-answer.ts'

const NORMAL = 100
/** Stands nowhere else in the answer. */
const NAME = 'the-name'

const NOTHING_FOUND: CheckedAnswer = {
  id: NAME,
  suggest: 'pass',
  label: NORMAL,
  hits: [],
  classes: [],
  judgements: [],
  edition: '',
  upstream: null,
}

const [START = '', END = ''] = toOkText({
  trace_id: NAME,
  result: { suggest: 'pass', label: NORMAL },
  detail: toDetail(NOTHING_FOUND),
}).split(NAME)

/** Of what `toDetail` looks at, nothing differs from `NOTHING_FOUND`. */
export function isPlainPass({ suggest, label, hits, classes }: CheckedAnswer): boolean {
  return (
    suggest === 'pass' &&
    label === NORMAL &&
    hits.length === 0 &&
    classes.every((estimate) => estimate.label === NORMAL)
  )
}

export function toPlainAnswer(id: string): string {
  return START + id + END
}
