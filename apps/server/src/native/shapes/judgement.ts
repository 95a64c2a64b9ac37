/** How one rule's answer is shown: the outcome, with the words of its rule and its clause. */

import { z } from 'zod'
import { wording } from './parts.ts'

const box = z
  .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .optional()

export const place = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    field: z.string(),
    start: z.number().int(),
    end: z.number().int(),
  }),
  z.object({
    kind: z.literal('file'),
    file: z.string(),
    line: z.number().int(),
    column: z.number().int(),
  }),
  z.object({ kind: z.literal('submission'), field: z.string() }),
  z.object({ kind: z.literal('picture'), picture: z.string(), box }),
  z.object({
    kind: z.literal('clip'),
    clip: z.string(),
    from: z.number(),
    to: z.number(),
    box,
  }),
  z.object({
    kind: z.literal('page'),
    page: z.string(),
    width: z.number().optional(),
    box,
  }),
])

const finding = z.object({
  place,
  message: wording,
  measured: z.string().optional(),
  limit: z.string().optional(),
  fix: wording.optional(),
})

export const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass') }),
  z.object({ kind: z.literal('inapplicable') }),
  z.object({ kind: z.literal('violation'), findings: z.array(finding) }),
  z.object({
    kind: z.literal('undetermined'),
    because: wording,
    evidence: z.array(finding).optional(),
  }),
])

export const judgement = z.object({
  ruleId: z.string(),
  clauseId: z.string(),
  clauseWords: wording,
  title: wording,
  why: wording,
  fix: wording,
  severity: z.enum(['block', 'review', 'advise']),
  outcome,
})

export const termHit = z.object({
  termId: z.string(),
  term: z.string(),
  label: z.number().int(),
  level: z.enum(['block', 'review', 'hint']),
  matched: z.string(),
  place,
  conversions: z.array(z.string()),
  confidence: z.number(),
})
