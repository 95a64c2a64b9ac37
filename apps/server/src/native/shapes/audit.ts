/** The audit trail: what people did, what happened to releases, and whether the record holds. */

import { z } from 'zod'
import { id, moment, pageQuery, wording } from './parts.ts'

const time = z.coerce.number().int().min(0).optional()
const count = z.number().int()

export const actQuery = pageQuery.extend({
  userId: id.optional(),
  route: z.string().min(1).max(200).optional().describe('The beginning: `PUT /v1/check-policy`.'),
  from: time,
  until: time,
})

export const act = z
  .object({
    n: count,
    at: moment,
    userId: z.string(),
    userName: z.string(),
    route: z.string(),
    path: z.string(),
    sent: z.unknown().describe('Without secrets; null when it was too much to keep.'),
    sentSha256: z.string(),
    requestId: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'Act' })

export const trailQuery = pageQuery.extend({
  appid: id.optional(),
  releaseId: id.optional(),
  kind: z.string().min(1).max(64).optional(),
  actor: z.string().min(1).max(64).optional().describe('An id or a name.'),
  from: time,
  until: time,
})

export const trailEntry = z.object({
  releaseId: z.string(),
  appid: z.string(),
  appName: z.string(),
  seq: count,
  kind: z.string(),
  at: moment,
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  state: z.string(),
  note: z.string().nullable(),
  clauses: z.array(z.string()),
  hash: z.string(),
})

export const verification = z
  .object({
    releases: z.object({
      releases: count,
      events: count,
      digest: z.string().describe('Keep it elsewhere: it also shows a release that vanished.'),
      firstBroken: z
        .object({ releaseId: z.string(), seq: count, because: z.string(), words: wording })
        .nullable(),
    }),
    acts: z.object({
      acts: count,
      head: z.string().describe('Keep it elsewhere: it also shows an end that was cut off.'),
      firstBroken: count.nullable(),
    }),
    tookMs: count,
  })
  .meta({ id: 'Verification' })
