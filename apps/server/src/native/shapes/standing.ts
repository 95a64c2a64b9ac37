/** Where apps stand at a glance, and what one has used. */

import { z } from 'zod'
import { moment, suggest } from './parts.ts'
import { release } from './release.ts'

/** As many apps as one screen shows. */
const MOST_APPS = 50

export const standingQuery = z.object({
  appids: z
    .string()
    .max(MOST_APPS * 65)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.string().min(1).max(64)).min(1).max(MOST_APPS))
    .describe('Up to fifty, joined by commas. Those that the caller does not see are left out.'),
})

export const standing = z
  .object({
    appid: z.string(),
    newest: release.nullable().describe('Uploaded last.'),
    live: release.nullable().describe('What everybody uses.'),
    staged: release.nullable(),
    preLaunched: release.nullable(),
    inReview: release.nullable(),
    unread: z.number().int().describe('Notices that nobody has read.'),
  })
  .meta({ id: 'Standing' })

export const standings = z.object({ items: z.array(standing) })

export const usageQuery = z.object({ days: z.coerce.number().int().min(1).max(90).default(30) })

export const usage = z.object({
  checks: z
    .array(z.object({ day: z.string(), suggest, count: z.number().int() }))
    .describe('By the days of Beijing, oldest first; a day without any is left out.'),
  quotas: z.array(
    z.object({
      call: z.string(),
      usedToday: z.number().int(),
      perDay: z.number().int().nullable().describe('Null: as many as come.'),
      perMinute: z.number().int().nullable(),
    }),
  ),
  dayEndsAt: moment,
})
