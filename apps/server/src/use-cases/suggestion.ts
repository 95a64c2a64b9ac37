/** The word for a verdict that apps are told. */

import type { Verdict } from '@fangxing/contract'

export type Suggestion = 'pass' | 'review' | 'risky'

export const SUGGESTION: Readonly<Record<Verdict, Suggestion>> = {
  pass: 'pass',
  review: 'review',
  reject: 'risky',
}
