/** Shapes that several resources share, and what the native interface accepts in them. */

import { LABELS, type Label } from '@fangxing/contract'
import { z } from 'zod'

export const wording = z
  .object({ zh: z.string(), en: z.string() })
  .describe('A sentence for people, in both languages.')

export const moment = z.number().int().describe('Epoch milliseconds, UTC.')

export const category = z.object({
  first: z.string().min(1).max(64),
  second: z.string().min(1).max(64),
})

export const categories = z.array(category).max(20)

export const subject = z.object({
  kind: z.enum(['enterprise', 'individual', 'government', 'other']),
  overseas: z.boolean(),
  region: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/)
    .describe('ISO 3166-2, e.g. CN-GD.'),
})

export const LABEL_NUMBERS = Object.keys(LABELS).map(Number) as Label[]

export const label = z
  .number()
  .int()
  .refine((value): value is Label => LABEL_NUMBERS.includes(value as Label), {
    error: 'is not a label of the table',
  })
  .meta({ enum: LABEL_NUMBERS })

/** A sentence of a person: to a developer, about a decision, with a withdrawal. */
export const note = z.string().max(2000)

/** Ids are opaque; anything longer is not one. */
export const id = z.string().min(1).max(64)

export const pageQuery = z.object({
  cursor: z.string().min(1).max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const verdict = z.enum(['pass', 'review', 'reject'])
export const suggest = z.enum(['pass', 'review', 'risky'])
