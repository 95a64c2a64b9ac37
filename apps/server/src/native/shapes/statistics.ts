/** Counts over a period, the transparency report, and what the server is doing. */

import { z } from 'zod'
import { label, moment, suggest, wording } from './parts.ts'

const DAY_MS = 86_400_000
/** Three years by the day are a thousand points; a report may look as far back. */
const LONGEST_DAYS = 1100

const time = z.coerce.number().int().min(0)

/** Without bounds: the last thirty days. */
export const periodQuery = z
  .object({ from: time.optional(), until: time.optional(), appid: z.string().max(64).optional() })
  .refine(({ from = 0, until = from }) => until >= from && until - from <= LONGEST_DAYS * DAY_MS, {
    error: `until must follow from, by ${LONGEST_DAYS} days at most`,
  })

export const reportQuery = z.object({
  from: time,
  until: time,
  format: z.enum(['json', 'csv']).default('json'),
})

const count = z.number().int()
const kind = z.enum(['text', 'picture', 'sound', 'video'])
const age = z.enum(['under1', 'under3', 'under7', 'over7']).describe('Days.')
const day = z.string().describe('Of Beijing, as 2026-11-22.')
const clauseCount = z.object({ clause: z.string(), count })
const share = z.number().min(0).max(1).nullable().describe('Null: of nothing.')
const filingTimes = {
  answered: count,
  medianMs: z.number().nullable(),
  ninetiethMs: z.number().nullable(),
  longestMs: z.number().nullable(),
}

export const statistics = z
  .object({
    from: moment,
    until: moment,
    checks: z.array(z.object({ day, kind, suggest, label, count })),
    checkClauses: z.array(clauseCount),
    releaseClauses: z.array(clauseCount.extend({ kind: z.string() })),
    events: z.array(z.object({ day, kind: z.string(), count })),
    decisions: z.array(z.object({ day, verdict: z.enum(['pass', 'risky']), label, count })),
    ageing: z.array(z.object({ state: z.string(), whoseTurn: z.string(), age, count })),
    casesWaiting: z.array(z.object({ age, count })),
    filingTimes: z.object(filingTimes),
  })
  .meta({ id: 'Statistics' })

export const transparency = z
  .object({
    from: moment,
    until: moment,
    checks: z.object({
      total: count,
      byAnswer: z.record(suggest, count),
      byKind: z.record(kind, count),
      byLabel: z.array(z.object({ label, words: wording, count })),
      byClause: z.array(clauseCount),
    }),
    people: z.object({
      decided: count,
      passed: count,
      risky: count,
      doubtedWithoutNeed: share,
    }),
    releases: z.object({
      submitted: count,
      rejectedByMachine: count,
      approved: count,
      rejectedByPeople: count,
      withdrawn: count,
      launched: count,
      byClause: z.array(clauseCount),
    }),
    appeals: z.object({
      filed: count,
      dismissed: count,
      overturned: count,
      overturnedShare: share,
      knownErrorShare: share,
    }),
    filings: z.object({
      ...filingTimes,
      started: count,
      passed: count,
      rejected: count,
      unanswered: count,
      takedownsOrdered: count,
      takenDown: count,
    }),
  })
  .meta({ id: 'Transparency' })

const depths = z.object({
  cases: count,
  jobs: z.array(z.object({ name: z.string(), waiting: count, running: count, failed: count })),
  deliveries: count,
  deadDeliveries: count,
  mediaChecks: count,
  connections: count,
  databaseBytes: count,
})

const loadSample = z.object({
  at: moment,
  spanMs: z.number(),
  requests: count,
  byStatus: z.record(z.enum(['2xx', '3xx', '4xx', '5xx']), count),
  medianMs: z.number().nullable(),
  p99Ms: z.number().nullable(),
  loopDelayMs: z.number(),
  loopDelayP99Ms: z.number(),
  processor: z.number().describe('Cores in use by this process.'),
  memoryBytes: count,
  databaseMs: z.number().nullable().describe('Null: it did not answer.'),
  depths: depths.nullable(),
})

export const load = z
  .object({ samples: z.array(loadSample).describe('Oldest first, an hour at most.') })
  .meta({ id: 'Load' })
