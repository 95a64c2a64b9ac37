/** A picture, sound or video that is looked at later, and what became of it. */

import { z } from 'zod'
import { moment, pageQuery, suggest } from './parts.ts'

const answer = z.object({
  suggest,
  label: z.number().int(),
  probability: z.number(),
  edition: z.string(),
})

export const mediaCheck = z
  .object({
    id: z.string().describe('The trace_id that was answered.'),
    appid: z.string(),
    writer: z.string().nullable(),
    scene: z.number().int(),
    kind: z.enum(['picture', 'sound', 'video']),
    url: z.string(),
    attempts: z.number().int(),
    createdAt: moment,
    dueAt: moment.describe('By then the app has heard, be it of a failure.'),
    answer: answer.nullable(),
    trouble: z
      .object({
        code: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable()
      .describe('Why there is no answer.'),
    settledAt: moment.nullable().describe('Null while it waits.'),
  })
  .meta({ id: 'MediaCheck' })

export const mediaCheckQuery = pageQuery.extend({
  state: z.enum(['waiting', 'answered', 'failed']).optional(),
  appid: z.string().min(1).max(64).optional(),
})
