/** A release as the console and the command line see it, and what can be asked of it. */

import { STATES, TURNS } from '@fangxing/release'
import { z } from 'zod'
import { judgement } from './judgement.ts'
import { categories, category, id, moment, note, pageQuery, verdict, wording } from './parts.ts'

const claim = z.object({ userId: z.string(), userName: z.string(), expiresAt: moment })

const clockPolicy = z.object({
  kind: z.enum(['natural_days', 'hours_168']),
  utcOffsetMinutes: z.number(),
  pausesFor: z.array(z.string()),
})

const filing = z.object({
  noticeAt: moment,
  dueAt: moment.nullable().describe('Null when no end was promised or the clock stands.'),
  policy: clockPolicy,
  region: z.string(),
  categories,
  outcome: z.enum(['open', 'passed', 'rejected', 'aborted']),
  promised: z.boolean().describe('Whether seven days and pre-launch are promised to the subject.'),
  preLaunchedAt: moment.nullable(),
  pausedSince: moment.nullable().describe('Since when the clock stands; null while it runs.'),
})

const takedown = z.object({ orderedAt: moment, deadlineAt: moment, note: z.string() })

export const withdrawQuota = z.object({
  day: z.number().int().describe('Left today, from 00:00 in Shanghai.'),
  month: z.number().int().describe('Left this month.'),
  nextAt: moment.describe('From when a withdrawal is possible.'),
})

const withdrawal = z.object({
  consequence: wording.describe('What a withdrawal would cost; show it before it happens.'),
  quota: withdrawQuota,
})

const rejection = z.object({
  clauses: z.array(z.string()),
  note: z.string(),
  missingCategories: categories.describe('Add these and submit again.'),
})

export const release = z
  .object({
    id: z.string(),
    appid: z.string(),
    appName: z.string(),
    version: z.string(),
    description: z.string(),
    state: z.enum(STATES as [string, ...string[]]),
    whoseTurn: z.string(),
    allowed: z.array(z.string()).describe('Events that the caller may bring about now.'),
    auditId: z.number().int().nullable(),
    categories,
    filing: filing.nullable(),
    takedown: takedown.nullable(),
    withdrawal: withdrawal.nullable(),
    rejection: rejection.nullable(),
    expeditedAt: moment.nullable(),
    launchedAt: moment.nullable(),
    greyPercentage: z.number().int().nullable(),
    reexaminationSince: moment.nullable(),
    claim: claim.nullable(),
    verdict: verdict.nullable(),
    packageBytes: z.number().int(),
    packageSha256: z.string(),
    createdAt: moment,
    changedAt: moment,
  })
  .meta({ id: 'Release' })

export const releaseQuery = pageQuery.extend({
  appid: id.optional(),
  state: z.enum(STATES as [string, ...string[]]).optional(),
  turn: z.enum(TURNS).optional().describe('Whose turn it is; `state` goes before it.'),
  expedited: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
})

export const timeline = z.object({
  items: z.array(
    z.object({
      seq: z.number().int(),
      kind: z.string(),
      at: moment,
      actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
      state: z.string(),
      note: z.string().optional(),
      clauses: z.array(z.string()).optional(),
      details: z.record(z.string(), z.unknown()).describe('What else this kind of event carries.'),
      what: wording,
      said: wording.describe('Reasons, clauses, names of categories; maybe empty.'),
      consequence: wording.describe('Where the release stands after it, whose turn, by when.'),
      hash: z.string(),
    }),
  ),
})

export const assessment = z.object({
  verdict,
  edition: z.string(),
  judgements: z.array(judgement),
  summary: z.unknown(),
})

export const sourceQuery = z.object({
  file: z.string().min(1).max(1024),
  line: z.coerce.number().int().min(1),
})

export const source = z.object({
  file: z.string(),
  lines: z.array(z.object({ number: z.number().int(), text: z.string() })),
})

const ugcDeclaration = z.object({
  scenes: z.array(z.number().int().min(0).max(5)).max(6),
  methods: z.array(z.number().int().min(1).max(4)).max(4),
  hasAuditTeam: z.boolean(),
  description: z.string().max(256),
})

/** No body at all means the same as an empty one: nothing to add. */
export const submission = z
  .object({
    categories: z.array(category).min(1).max(5).optional(),
    ugcDeclaration: ugcDeclaration.optional(),
    note: note.optional(),
  })
  .nullish()

export const remark = z.object({ note: note.optional() }).nullish()

const clauses = z.array(z.string().min(1).max(100)).max(50)

export const approval = z.object({ fence: z.number().int(), note: note.optional() })
export const rejecting = z.object({ fence: z.number().int(), clauses, note: note.min(1) })
/** A sentence that the other side will read. */
export const statement = z.object({ note: note.min(1) })
export const fencedStatement = statement.extend({ fence: z.number().int() })
export const pause = statement.extend({
  reason: z.enum(['materialRequested', 'subjectUnreachable']),
})
export const staging = z.object({
  percentage: z.number().int().min(0).max(100).describe('Share of users; it can only grow.'),
})
export const rollingBack = statement.extend({
  toReleaseId: id.optional().describe('One of the roll-back targets; the last one when absent.'),
})
export const filingRejection = z.object({ clauses, note: note.min(1) })
export const takedownOrder = z.object({ note: note.min(1), deadlineAt: moment })

export const claimGrant = z.object({ fence: z.number().int(), expiresAt: moment })
