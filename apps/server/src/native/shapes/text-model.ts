/** Editions of the text model, trying one on stored checks, and samples that people's decisions are. */

import { z } from 'zod'
import { id, label, moment, note } from './parts.ts'
import { backTestReport } from './trial.ts'

const count = z.number().int()

const figures = z
  .object({
    sampleCount: count,
    labels: z.array(z.object({ label, sampleCount: count, rightBefore: count, rightAfter: count })),
    accuracyBefore: z.number(),
    accuracyAfter: z.number(),
    macroF1Before: z.number(),
    macroF1After: z.number(),
  })
  .describe('Each sample judged unseen, without and with what was learned.')

export const textModel = z
  .object({
    number: count,
    at: moment,
    by: z.string(),
    note: z.string().nullable(),
    restores: count.nullable().describe('The earlier edition that it is equal to; 0: as shipped.'),
    edition: z.string().nullable().describe('Of what was learned. Null: the shipped model alone.'),
    modelEdition: z.string().nullable().describe('The shipped model that it was learned upon.'),
    figures: figures.nullable(),
  })
  .meta({ id: 'TextModel' })

export const textModels = z.object({
  items: z.array(textModel),
  nextCursor: z.string().nullable(),
  shipped: z.string().describe('The edition of the shipped model.'),
  live: z.object({
    number: count.describe('0: none was published yet.'),
    edition: z.string().describe('As checks name it.'),
    isApplied: z.boolean().describe('False: it was learned upon another shipped model.'),
  }),
})

const adjustment = z.unknown().describe('The file that `fangxing train` wrote, as JSON.')

export const textModelDraft = z.object({ adjustment, note: note.optional() })

const MOST_TRIED = 20_000

export const modelTry = z
  .object({
    adjustment: adjustment.optional(),
    number: count.min(0).optional().describe('An edition in its place; 0: the shipped model.'),
    from: moment.optional(),
    until: moment.optional(),
    appid: id.optional(),
    most: z.number().int().min(1).max(MOST_TRIED).default(2000).describe('Texts to try.'),
    decidedOnly: z.boolean().default(false).describe('Only checks that a person has decided.'),
  })
  .refine(({ adjustment: sent, number }) => (sent == null) !== (number === undefined), {
    error: 'needs either adjustment or number',
  })

export const modelTryReport = backTestReport.extend({
  live: z.string().describe('The model of now, by its edition.'),
  candidate: z.string(),
})

export const sampleQuery = z.object({
  appid: id.optional(),
  from: z.coerce.number().pipe(moment).optional().describe('Of the decision.'),
  until: z.coerce.number().pipe(moment).optional(),
  cursor: z.string().min(1).max(512).optional(),
})

export const samplePage = z.object({
  items: z.array(z.object({ checkId: z.string(), text: z.string(), label, decidedAt: moment })),
  nextCursor: z.string().nullable(),
  leftOut: z
    .object({ withoutText: count, otherLabel: count, otherKind: count })
    .describe('Decided and no sample: texts not kept, labels that the model does not know, media.'),
})
