/** A text check as JSON, in the names of the native interface. */

import type { TextAssessment } from '@fangxing/assessment'

export function renderCheckJson(text: string, assessment: TextAssessment): string {
  const { verdict, label, hits, judgements, edition } = assessment
  return JSON.stringify({ verdict, label, edition, text, hits, judgements }, null, 2)
}
