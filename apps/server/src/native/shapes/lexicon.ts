/** Editions of the lexicon, imported lists, and the ordinary texts they are held against. */

import { MOST_ORDINARY_HITS } from '@fangxing/text'
import { z } from 'zod'
import { label, moment, note, pageOf, wording } from './parts.ts'
import { term, termDraft } from './term.ts'

const level = z.enum(['block', 'review', 'hint'])
const changedTerm = z.object({
  before: term,
  after: term,
  fields: z.array(z.string()).describe('What differs, by name.'),
})

const edition = z.object({
  number: z.number().int(),
  parent: z.number().int(),
  at: moment,
  by: z.string(),
  note: z.string().nullable(),
  restores: z.number().int().nullable().describe('The earlier edition that this one is equal to.'),
})

const count = z.number().int()

export const editionSummary = edition.extend({ added: count, removed: count, changed: count })

export const editions = pageOf(editionSummary)

export const editionDetails = edition.extend({
  added: z.array(term),
  removed: z.array(term),
  changed: z.array(changedTerm),
  hidden: z.array(z.string()).describe('Starter terms that no longer count, by id.'),
  shown: z.array(z.string()).describe('Starter terms that count again, by id.'),
})

/** One edition is read by a person; a longer list comes by import. */
const MOST_AT_ONCE = 1000

export const editionDraft = z
  .object({
    add: z.array(termDraft).max(MOST_AT_ONCE).default([]),
    remove: z.array(z.string().min(1).max(512)).max(MOST_AT_ONCE).default([]),
    note: note.optional(),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, {
    error: 'names no term to add or to remove',
  })

export const rollBackDraft = z.object({ note: note.optional() })

export const listDraft = z.object({
  source: z
    .string()
    .min(1)
    .describe('Plain lines, CSV with a header that has `text`, or a JSON list.'),
  label,
  level,
  mostHits: z.number().min(0).max(1).default(MOST_ORDINARY_HITS),
  preview: z.boolean().default(false),
  note: note.optional(),
})

export const listImported = z.object({
  edition: count.nullable().describe('Null for a preview, or when every word was there already.'),
  imported: count,
  known: count.describe('Words that were in the lexicon already, with the same things said.'),
  hints: count.describe('Words that are now hints because ordinary texts hit them.'),
  refused: z.array(z.object({ line: count, because: wording })),
  ordinary: z.object({ origin: z.enum(['operator', 'builtIn']), count }),
  rates: z
    .array(
      z.object({
        text: z.string(),
        level,
        hits: count,
        rate: z.number(),
        example: z.string().optional(),
      }),
    )
    .describe('The words that ordinary texts hit, the worst first; 200 at most.'),
})

export const ordinaryTexts = z.object({ origin: z.enum(['operator', 'builtIn']), count })

export const ordinaryDraft = z.object({
  texts: z.array(z.string().min(1).max(2000)).max(20_000).describe('Empty: the built-in ones.'),
})
