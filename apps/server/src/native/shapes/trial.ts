/** Editions of the check policy, candidates, back-tests and trials. */

import { z } from 'zod'
import { storedPolicy } from './check-policy.ts'
import { id, label, moment, note, suggest } from './parts.ts'
import { termDraft } from './term.ts'

const count = z.number().int()

const edition = z.object({
  number: count,
  at: moment,
  by: z.string(),
  note: z.string().nullable(),
  restores: count.nullable().describe('The earlier edition that this one is equal to.'),
})

export const policyEdition = edition.extend({ policy: storedPolicy })

export const policyDraft = storedPolicy.extend({ note: note.optional() })

export const why = z.object({ note: note.optional() }).nullish()

/** A person compares this much; longer lists are imported, with a preview of their own. */
const MOST_TERMS = 1000

export const candidate = z.object({
  policy: storedPolicy.nullable().default(null).describe('Null: the live one.'),
  add: z.array(termDraft).max(MOST_TERMS).default([]),
  remove: z.array(z.string().min(1).max(512)).max(MOST_TERMS).default([]),
})

const MOST_TRIED = 20_000

export const backTestDraft = z.object({
  candidate,
  from: moment.optional(),
  until: moment.optional(),
  appid: id.optional(),
  most: z.number().int().min(1).max(MOST_TRIED).default(2000).describe('Texts to try.'),
})

const answer = z.object({ suggest, label })
const texts = z.array(z.object({ field: z.string(), text: z.string() })).nullable()
const counts = z.array(z.object({ live: suggest, tried: suggest, count }))
const ofCheck = {
  checkId: z.string(),
  appid: z.string().nullable(),
  scene: z.number().int(),
  at: moment,
  texts: texts.describe('Null when none are kept.'),
}

export const backTestReport = z.object({
  tried: count,
  withoutText: count.describe('Passed over: their texts are not kept.'),
  counts: counts.describe('What the live rules of now and the candidate answer.'),
  people: z
    .object({ decided: count, liveAgrees: count, triedAgrees: count })
    .describe('Of those that a person has decided: how often each would have said the same.'),
  samples: z.array(
    z.object({
      ...ofCheck,
      live: answer,
      tried: answer,
      person: z.enum(['pass', 'risky']).nullable(),
    }),
  ),
})

export const trialDraft = z.object({ candidate, note: note.optional() })

export const trial = z
  .object({
    id,
    candidate,
    note: z.string().nullable(),
    startedBy: z.string(),
    startedAt: moment,
    endedBy: z.string().nullable(),
    endedAt: moment.nullable().describe('Null while it runs.'),
    published: z.boolean(),
    counts,
  })
  .meta({ id: 'Trial' })

export const trialDifference = z.object({
  ...ofCheck,
  live: suggest,
  liveLabel: label,
  tried: suggest,
  triedLabel: label,
  textsUntil: moment.nullable(),
})
