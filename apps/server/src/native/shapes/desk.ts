/** The reviewer's desk on the wire: the queue, one item with all that belongs to it, and settings. */

import { DESK_KINDS } from '@fangxing/storage'
import { z } from 'zod'
import { SHIELDS } from '../../desk/desk-policy.ts'
import { check } from './check.ts'
import { id, label, moment, note, pageQuery, suggest, wording } from './parts.ts'

const kind = z.enum(DESK_KINDS)
const share = z.number().min(0).max(1)
const hours = z
  .number()
  .min(0)
  .max(24 * 90)

/** A list in a query: `text,picture`. */
const words = z
  .string()
  .max(200)
  .transform((value) => value.split(','))

export const queueQuery = pageQuery.extend({
  state: z.enum(['waiting', 'mine', 'aside', 'escalated']).default('waiting'),
  kinds: words.pipe(z.array(kind)).optional(),
  labels: words.pipe(z.array(z.coerce.number<string>().pipe(label))).optional(),
  appid: id.optional(),
  scene: z.coerce.number().int().min(1).max(4).optional(),
})

export const wish = z
  .object({
    kinds: z.array(kind).max(10).optional(),
    labels: z.array(label).max(20).optional(),
    appid: id.optional(),
    scene: z.number().int().min(1).max(4).optional(),
  })
  .nullish()

export const deskItem = z.object({
  id: z.string(),
  kind,
  appid: z.string(),
  appName: z.string(),
  writer: z.string().nullable(),
  scene: z.number().int(),
  label: z.number().int().describe('As the machine suspected; 100 where there is none.'),
  openedAt: moment,
  dueAt: moment,
  isExpedited: z.boolean(),
  isSevere: z.boolean().describe('Hard to look at: shielded, and counted against the budget.'),
  reasons: z
    .array(z.object({ hours: z.number(), words: wording }))
    .describe('Why it comes up when it does; the sum moves it from the moment it was opened.'),
  claim: z.object({ userId: z.string(), userName: z.string(), expiresAt: moment }).nullable(),
  mark: z
    .object({
      kind: z.enum(['hold', 'escalate']),
      by: z.string(),
      note: z.string(),
      until: moment.nullable(),
    })
    .nullable(),
})

export const deskPage = z.object({
  items: z.array(deskItem),
  nextCursor: z.string().nullable(),
  counts: z.array(
    z.object({
      kind,
      count: z.number().int(),
      oldestAt: moment,
      isAtLeast: z.boolean().describe('There are more than were counted.'),
    }),
  ),
})

export const nextItem = z.object({
  item: deskItem.nullable(),
  fence: z.number().int().nullable(),
  expiresAt: moment.nullable(),
  because: z
    .enum(['nothing', 'budget'])
    .nullable()
    .describe('budget: what waits is only what this person has seen enough of today.'),
})

const pastPart = z.object({
  tally: z.object({ waiting: z.number(), passed: z.number(), risky: z.number() }),
  items: z.array(
    z.object({
      id: z.string(),
      kind,
      appid: z.string(),
      scene: z.number().int(),
      label: z.number().int(),
      openedAt: moment,
      verdict: z.enum(['pass', 'risky']).nullable(),
      finalLabel: z.number().int().nullable(),
      note: z.string().nullable(),
    }),
  ),
})

export const wholeItem = z.object({
  item: deskItem,
  check: check
    .pick({ texts: true, hits: true, judgements: true, edition: true })
    .extend({
      kind: z.enum(['text', 'picture', 'sound', 'video']),
      pictureUrl: z.string().nullable().describe('Drawn anew by the server, while it is kept.'),
      soundUrl: z.string().nullable().describe('The recording, while it is kept.'),
      pictureSize: z
        .object({ width: z.number(), height: z.number() })
        .nullable()
        .describe('Of the original: places are told in its pixels.'),
      seconds: z.number().nullable().describe('Of a sound or a video.'),
      upstream: z
        .object({
          name: z.string(),
          suggest: suggest.nullable(),
          label: z.number().int().nullable(),
          because: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable()
    .describe('Null for versions and materials, and when the record is gone.'),
  past: z.object({ ofWriter: pastPart, ofApp: pastPart, ofContent: pastPart }).nullable(),
  materialId: z.string().nullable().describe('Of a material: its page asks clause by clause.'),
})

export const decision = z.object({
  fence: z.number().int(),
  verdict: z.enum(['pass', 'risky']),
  label: label.optional(),
  clauses: z.array(z.string().min(1).max(128)).max(20).default([]),
  note: note.default(''),
  spentMs: z.number().int().min(0).nullable().default(null),
})

export const putAside = z.object({
  kind: z.enum(['skip', 'hold', 'escalate']),
  note: note.default(''),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .optional()
    .describe('Of a hold; 60 if absent.'),
})

const shield = z.object({ picture: z.enum(SHIELDS), isMuted: z.boolean() })

const savedFilter = z.object({
  name: z.string().trim().min(1).max(40),
  kinds: z.array(kind).max(10),
  labels: z.array(label).max(20),
  appid: id.optional(),
  scene: z.number().int().min(1).max(4).optional(),
})

export const myDesk = z.object({
  skills: z.array(z.string()),
  isLead: z.boolean(),
  kinds: z.array(kind),
  filters: z.array(savedFilter),
  shield,
  ownShield: shield.partial(),
  budget: z.object({
    seen: z.number().int(),
    most: z.number().int(),
    state: z.enum(['fine', 'warned', 'used']),
  }),
})

export const myDeskChange = z.object({
  filters: z.array(savedFilter).max(30).optional(),
  shield: shield.partial().optional(),
})

export const SKILLS = [...DESK_KINDS, 'lead'] as const

export const deskPeople = z.object({
  items: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      skills: z.array(z.string()),
      seenToday: z.number().int(),
    }),
  ),
})

export const skillsChange = z.object({ skills: z.array(z.enum(SKILLS)).max(SKILLS.length) })

const rateByLabel = z.record(z.string().regex(/^\d{3,5}$/), share)

export const deskPolicy = z.object({
  targetHours: z.record(kind, hours),
  labelHours: z.record(z.string().regex(/^\d{3,5}$/), hours),
  appealHours: hours,
  expeditedHours: hours,
  severe: z.array(label),
  second: z.object({ rate: share, labelRates: rateByLabel, effect: z.enum(['after', 'before']) }),
  goldenRate: share,
  shield,
  exposure: z.object({ mostPerDay: z.number().int().min(1).max(10_000), warnFrom: share }),
})

export const goldenTask = z.object({
  id: z.string(),
  checkId: z.string(),
  kind,
  appid: z.string(),
  label: z.number().int(),
  verdict: z.enum(['pass', 'risky']),
  rightLabel: z.number().int(),
  addedAt: moment,
  isRetired: z.boolean(),
})

export const goldenDraft = z.object({ caseId: id })

const shareOf = z.object({
  count: z.number().int(),
  of: z.number().int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

const kappa = z.object({
  kappa: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

const quality = z.object({
  decisions: z.number().int(),
  agreement: shareOf,
  kappa,
  golden: shareOf,
  upheldByLead: shareOf,
  overturned: shareOf,
  medianMs: z.number().nullable(),
})

const said = z.object({
  verdict: z.enum(['pass', 'risky']),
  label: z.number().int(),
  note: z.string(),
  clauses: z.array(z.string()),
  at: moment,
})

export const corrected = z.object({
  checkId: z.string(),
  kind,
  appid: z.string(),
  said: said.describe('By the caller.'),
  stands: said.extend({ by: z.string().describe('The lead.') }),
})

export const qualityQuery = z.object({
  from: z.coerce.number().int().min(0).optional(),
  until: z.coerce.number().int().min(0).optional(),
})

export const qualityReport = z.object({
  from: moment,
  until: moment,
  all: quality,
  people: z.array(quality.extend({ userId: z.string(), name: z.string() })),
  clauses: z.array(z.object({ clause: z.string(), agreement: shareOf, kappa })),
})
