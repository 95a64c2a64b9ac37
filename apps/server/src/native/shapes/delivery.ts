/** A delivery and what became of each attempt. */

import { z } from 'zod'
import { channel } from './callback.ts'
import { moment, wording } from './parts.ts'

const trouble = z.object({ code: z.string(), words: wording })

const attempt = z.object({
  at: moment,
  outcome: z.enum(['delivered', 'failed', 'unknown']).describe('unknown: its worker never told.'),
  tookMs: z.number().int().nullable(),
  trouble: trouble.nullable(),
})

export const delivery = z
  .object({
    id: z.string().describe('The webhook-id: the same for every attempt.'),
    appid: z.string(),
    channel,
    kind: z.string(),
    state: z.enum(['waiting', 'sending', 'delivered', 'dead']),
    createdAt: moment,
    tries: z.number().int().describe('Since it was made or asked for again.'),
    nextAttemptAt: moment.nullable(),
    deliveredAt: moment.nullable(),
    deadAt: moment.nullable(),
    trouble: trouble.nullable().describe('Of the last failed attempt.'),
    attempts: z.array(attempt).describe('The latest twenty, oldest first.'),
  })
  .meta({ id: 'Delivery' })
