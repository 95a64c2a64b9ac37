/** A listed word as an operator writes it. */

import { CONVERSION_NAMES, type ConversionName } from '@fangxing/text'
import { z } from 'zod'
import { label, moment, note } from './parts.ts'

const conversion = z.enum(CONVERSION_NAMES as [ConversionName, ...ConversionName[]])

/** Longer listed phrases are sentences: those are a classifier's part, not a lexicon's. */
const text = z.string().trim().min(1).max(100)

const phrases = z.array(z.string().trim().min(1).max(100)).max(100)
const tags = z.array(z.string().trim().min(1).max(40)).max(20)
const said = {
  validFrom: moment.optional().describe('Counts from this moment on.'),
  validUntil: moment.optional().describe('No longer counts from this moment on.'),
  tags: tags.optional(),
  except: phrases.optional().describe('Ordinary phrases that contain it and are innocent.'),
  near: phrases.optional().describe('Counts only when one of these stands near it.'),
  notNear: phrases.optional().describe('Does not count when one of these stands near it.'),
}

export const termDraft = z.object({
  text,
  label,
  level: z.enum(['block', 'review', 'hint']),
  conversions: z.array(conversion).optional(),
  scenes: z.array(z.number().int().min(1).max(4)).max(4).optional(),
  ...said,
  note: note.optional(),
})

export const term = z.object({
  id: z.string(),
  text: z.string(),
  label: z.number().int(),
  level: z.enum(['block', 'review', 'hint']),
  conversions: z.array(z.string()).optional(),
  scenes: z.array(z.number().int()).optional(),
  ...said,
  note: z.string().optional(),
  createdBy: z.string().nullable().describe('Null for a starter term.'),
  createdAt: z.number().int().nullable(),
})

export const terms = z.object({
  edition: z.string(),
  items: z.array(term),
  refused: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        because: z.object({ zh: z.string(), en: z.string() }),
      }),
    )
    .describe('Terms that cannot be matched, with the reason.'),
})
