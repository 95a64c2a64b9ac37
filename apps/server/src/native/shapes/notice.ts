/** A notice of the inbox: what happened, why, what to do, by when. */

import { z } from 'zod'
import { id, moment, pageQuery, wording } from './parts.ts'

export const notice = z
  .object({
    id: z.string(),
    audience: z.enum(['developer', 'authority']),
    appid: z.string(),
    region: z.string().nullable().describe('Of the authority that is told; null for developers.'),
    releaseId: z.string(),
    version: z.string(),
    auditId: z.number().int().nullable(),
    kind: z.string().describe('What happened, e.g. rejected, filingStarted, caseOpened.'),
    state: z.string().describe('Where the release stood after it.'),
    what: wording,
    why: z.object({
      clauses: z.array(z.object({ id: z.string(), words: wording })),
      note: z.string(),
    }),
    todo: wording,
    byWhen: wording.nullable(),
    byAt: moment.nullable(),
    at: moment,
    readAt: moment.nullable().describe('By the caller; others have marks of their own.'),
  })
  .meta({ id: 'Notice' })

export const noticeQuery = pageQuery.extend({
  appid: id.optional(),
  unread: z.enum(['true', 'false']).optional().describe('true: only what the caller has not read.'),
})
