/**
 * What servers are said to answer to a page of a mini-program that is audited from its source.
 *
 * Without it the page is drawn with samples, and what stands there is asked of a person. Bounded:
 * answers are part of the material, and are kept with it.
 */

import { AppError } from '@fangxing/contract'
import type { DeclaredAnswer } from '@fangxing/page'
import { z } from 'zod'

/** Characters of all answers together, as JSON. */
export const LONGEST_ANSWERS = 256 * 1024
const MOST_ANSWERS = 200
const LONGEST_ADDRESS = 2000

export const declaredAnswers = z
  .array(
    z.strictObject({
      to: z.string().min(1).max(LONGEST_ADDRESS),
      status: z.int().min(100).max(599).optional(),
      body: z.unknown(),
    }),
  )
  .max(MOST_ANSWERS)

/** Throws MATERIAL_MALFORMED with the answer that is wrong and why. */
export function readDeclaredAnswers(text: string): readonly DeclaredAnswer[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw malformed('', String(cause), cause)
  }
  const read = declaredAnswers.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw malformed(issue?.path.join('.') ?? '', issue?.message ?? '')
}

function malformed(at: string, because: string, cause?: unknown): AppError {
  const field = at === '' ? 'answers' : `answers.${at}`
  return new AppError('MATERIAL_MALFORMED', { field, because }, { cause })
}
