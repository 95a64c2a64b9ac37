/** A retro-scan: how far it is, and what it found. */

import { z } from 'zod'
import { id, moment, pageQuery, verdict } from './parts.ts'

export const retroScanDraft = z.object({
  shadow: z.boolean().describe('True: nothing but the results is written.'),
})

const count = z.number().int()

export const retroScan = z
  .object({
    id,
    shadow: z.boolean(),
    startedBy: z.string(),
    startedAt: moment,
    finishedAt: moment.nullable(),
    progress: z.object({
      total: count,
      looked: count,
      worse: count.describe('Something is held now that was not held at the review.'),
      reopened: count,
      failed: count,
    }),
  })
  .meta({ id: 'RetroScan' })

const outcomeKind = z.enum(['pass', 'inapplicable', 'violation', 'undetermined']).nullable()

export const retroResult = z.object({
  releaseId: id,
  storedVerdict: verdict.nullable(),
  storedEdition: z.string().nullable(),
  verdict: verdict.nullable(),
  edition: z.string().nullable(),
  isWorse: z.boolean(),
  changes: z.array(z.object({ ruleId: z.string(), before: outcomeKind, after: outcomeKind })),
  reopened: z.boolean(),
  failed: z.string().nullable(),
})

export const retroResultQuery = pageQuery.extend({
  worse: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
})
