/** A picture, sound or video that is looked at later, and what became of it. */

import { z } from 'zod'
import { UPSTREAM_CODES } from '../../upstream/upstream.ts'
import { moment, pageQuery, suggest } from './parts.ts'

const answer = z.object({
  suggest,
  label: z.number().int(),
  probability: z.number(),
  edition: z.string(),
  upstream: z
    .object({
      name: z.string(),
      suggest: suggest.optional(),
      label: z.number().int().optional(),
      trace_id: z.string().nullable().optional(),
      because: z.enum(UPSTREAM_CODES).optional(),
    })
    .optional()
    .describe('What another checker said, or why it said nothing. Absent: it was not asked.'),
})

/** Another checker that answers by a push, seen from outside. */
const ask = z.object({
  name: z.string(),
  state: z
    .enum(['asking', 'waiting', 'answered'])
    .describe(
      'asking: not taken there yet. waiting: taken, its push has not come. answered: or given up.',
    ),
  traceId: z.string().nullable().describe('Under which it can be asked about there.'),
  tries: z.number().int(),
  openedAt: moment,
  dueAt: moment.describe('Without an answer by then the setting for its absence decides.'),
  holdsUp: z.boolean().describe('False: a shadow; the app was told without it.'),
  because: z.string().nullable().describe('Why there is no answer.'),
})

export const mediaCheck = z
  .object({
    id: z.string().describe('The trace_id that was answered.'),
    appid: z.string(),
    writer: z.string().nullable(),
    scene: z.number().int(),
    kind: z.enum(['picture', 'sound', 'video']),
    url: z
      .string()
      .nullable()
      .describe('Kept as texts are: null once it is forgotten, at once where none is kept.'),
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
    upstream: ask.nullable().describe('What another checker is asked about it; null when nothing.'),
  })
  .meta({ id: 'MediaCheck' })

export const mediaCheckQuery = pageQuery.extend({
  state: z.enum(['waiting', 'answered', 'failed']).optional(),
  appid: z.string().min(1).max(64).optional(),
})
