/** Materials, their audits, their cases and the documents they may be like, on the wire. */

import { z } from 'zod'
import { LONGEST_ANSWERS } from '../../materials/declared-answers.ts'
import { materialForm } from '../../materials/material-form.ts'
import { outcome } from './judgement.ts'
import { id, moment, note, pageOf, pageQuery, verdict, wording } from './parts.ts'

const MOST_HOURS = 24 * 366

const clientId = z.string().trim().min(1).max(200)
const everyHours = z.coerce.number().int().min(1).max(MOST_HOURS).nullable()
const name = z.string().trim().min(1).max(200)
const profile = z.string().min(1).max(64)
const address = z.url({ protocol: /^https?$/ }).max(2000)
export const outcomeKind = z.enum(['pass', 'inapplicable', 'violation', 'undetermined'])

export const materialDraft = z.strictObject({
  appid: id.optional().describe('Of a person; a program hands in for its own app.'),
  clientId: clientId
    .optional()
    .describe('Your own name for it: handing in the same again makes no second one.'),
  name: name.optional(),
  address: address.optional().describe('A page that is opened where it stands.'),
  form: materialForm.optional().describe('An article, or what cannot be seen of a page.'),
  profile: profile.optional(),
  everyHours: everyHours.optional().describe('Audited again so often; null: as the app has it.'),
})

/** The fields beside a file: a form knows texts only. */
export const uploadFields = z.strictObject({
  appid: id.optional(),
  clientId: clientId.optional(),
  name: name.optional(),
  entry: z.string().min(1).max(200).optional(),
  profile: profile.optional(),
  everyHours: everyHours.optional(),
  manifest: z
    .string()
    .max(64 * 1024)
    .optional(),
  answers: z
    .string()
    .max(LONGEST_ANSWERS)
    .optional()
    .describe('JSON: what servers answer to a page of a mini-program, as [{to, status, body}].'),
})

const state = z.enum(['waiting', 'review', 'passed', 'rejected', 'failed', 'withdrawn'])

const trouble = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

const change = z.object({
  clauseId: z.string(),
  direction: z.enum(['worse', 'better', 'other']),
  before: outcomeKind.nullable(),
  after: outcomeKind.nullable(),
})

export const materialAudit = z
  .object({
    id: z.string(),
    nth: z.number().int(),
    cause: z.enum(['submitted', 'changed', 'asked', 'schedule']),
    requestedAt: moment,
    dueAt: moment.describe('By then there is an answer, be it that there is none.'),
    attempts: z.number().int(),
    progress: z.object({ step: wording, done: z.number().int(), all: z.number().int() }).nullable(),
    verdict: verdict.nullable(),
    changes: z.array(change).nullable().describe('Against the audit before; null for the first.'),
    trouble: trouble.nullable().describe('Why there is no answer.'),
    settledAt: moment.nullable(),
  })
  .meta({ id: 'MaterialAudit' })

export const material = z
  .object({
    id: z.string(),
    appid: z.string(),
    clientId: z.string().nullable(),
    name: z.string(),
    kind: z.enum(['article', 'address', 'page']),
    address: z.string().nullable(),
    profile: z.string(),
    state,
    everyHours: z.number().nullable(),
    auditedAt: moment,
    createdAt: moment,
  })
  .meta({ id: 'Material' })

const rowAnswer = z.object({
  clauseId: z.string(),
  finding: z.enum(['pass', 'violation', 'inapplicable']),
  remark: z.string(),
})

export const materialCase = z
  .object({
    id: z.string(),
    materialId: z.string(),
    appid: z.string(),
    auditId: z.string(),
    round: z.enum(['first', 'appeal']),
    reason: z.string().nullable().describe('Of an appeal, in the words of the app.'),
    openedAt: moment,
    closedAt: moment.nullable().describe('A later audit took its place.'),
    claim: z
      .object({ userId: z.string(), userName: z.string(), expiresAt: moment })
      .nullable()
      .describe('Only for reviewers and operators.'),
    decision: z
      .object({
        verdict: z.enum(['pass', 'reject']),
        answers: z.array(rowAnswer),
        note: z.string(),
        at: moment,
        by: z.string().optional().describe('Only for reviewers and operators.'),
      })
      .nullable(),
  })
  .meta({ id: 'MaterialCase' })

export const materialWhole = material.extend({
  lastAudit: materialAudit.nullable(),
  cases: z.array(materialCase).describe('Newest first.'),
  canAppeal: z.boolean(),
})

export const caseRow = materialCase.extend({ name: z.string() })

export const casePage = pageOf(caseRow).extend({ waiting: z.number().int() })

export const handedIn = z.object({ material, audit: materialAudit.nullable() })

const row = z.object({
  clauseId: z.string(),
  words: wording,
  decidedBy: z.string(),
  weight: z.enum(['block', 'review', 'advise']),
  outcome,
  ruleIds: z.array(z.string()),
  fix: wording.nullable(),
  isAsked: z.boolean().describe('Whether a person answers it.'),
  isOpen: z.boolean().describe('Asked, and nothing that was said before counts.'),
  answer: rowAnswer.nullable().describe('What a person said of it.'),
})

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

export const materialReport = z.object({
  name: z.string(),
  nth: z.number().int(),
  verdict,
  edition: z.string(),
  profile: z.string(),
  notes: z.array(wording),
  rows: z.array(row).describe('Every clause of the book, in its order.'),
  body: z.string().describe('The text that places count in.'),
  title: z.string().nullable(),
  plates: z.array(
    z.object({
      name: z.string(),
      width: z.number(),
      height: z.number(),
      path: z.string(),
      boxes: z.array(z.object({ clauseId: z.string(), kind: outcomeKind, box })),
    }),
  ),
})

export const reportQuery = z.object({
  nth: z.coerce.number().int().min(1).optional(),
  format: z.enum(['json', 'sarif', 'html']).default('json'),
})

export const comparisonQuery = z.object({
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1),
})

export const comparison = z.object({
  from: z.number().int(),
  to: z.number().int(),
  changes: z.array(
    z.object({
      clauseId: z.string(),
      words: wording,
      direction: z.enum(['worse', 'better', 'other']),
      before: outcome.nullable(),
      after: outcome.nullable(),
    }),
  ),
})

export const materialQuery = pageQuery.extend({ appid: id.optional(), state: state.optional() })

export const materialAnswers = z.strictObject({
  fence: z.number().int(),
  answers: z
    .array(
      z.strictObject({
        clauseId: z.string().min(1).max(64),
        finding: z.enum(['pass', 'violation', 'inapplicable']),
        remark: note.default(''),
      }),
    )
    .max(200),
  note: note.default('').describe('Told to the app.'),
})

export const appeal = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

export const materialSettings = z.strictObject({
  everyHours,
  profile: profile.nullable(),
  webBase: address.nullable().describe('Where the pages of the app can be opened in a browser.'),
})

export const schedule = z.strictObject({ everyHours })

export const corpusName = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,64}$/u)
  .refine((one) => one !== 'audited', { error: 'is filled by audits' })

export const documentDrafts = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(500),
        text: z.string().min(1).max(200_000),
        publishedAt: moment.nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
})

export const corpora = z.object({
  items: z.array(z.object({ name: z.string(), documents: z.number().int(), addedAt: moment })),
})
