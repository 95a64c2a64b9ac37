/** A filing profile as an operator reads and writes it. */

import { z } from 'zod'
import { category, moment } from './parts.ts'

/** Longer lists of names than this are no category of a platform. */
const names = z.array(z.string().min(1).max(200)).max(50)

const row = category.extend({
  filed: z.boolean().describe('The first version with this category is filed.'),
  openTo: z.array(z.enum(['organisation', 'individual', 'overseas'])).max(3),
  licences: names.describe('Any one of them qualifies.'),
  formerNames: names,
})

const clock = z.object({
  kind: z.enum(['natural_days', 'hours_168']),
  utcOffsetMinutes: z.number().int().min(-840).max(840).multipleOf(15),
  pausesFor: z.array(z.enum(['materialRequested', 'subjectUnreachable'])).max(2),
})

/** Editions are named by people: letters, digits, dots, dashes. */
export const edition = z.string().regex(/^[\w.-]{1,40}$/)

const profile = {
  edition: z.string(),
  categories: z.array(row).min(1).max(2000),
  clock,
}

export const filingProfileDraft = z.object({ ...profile, edition, fromAt: moment.optional() })

const saved = {
  fromAt: moment.nullable().describe('Null for the edition that is shipped.'),
  savedBy: z.string().nullable(),
  savedAt: moment.nullable(),
}

export const filingProfile = z
  .object({
    ...profile,
    ...saved,
    editions: z.array(z.object({ edition: z.string(), ...saved })),
  })
  .meta({ id: 'FilingProfile' })

export const filingProfileQuery = z.object({ edition: edition.optional() })
