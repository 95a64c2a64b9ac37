/** The rules, the clauses of the rule books, and the table of categories: what everybody may read. */

import { books, categories, rules } from '@fangxing/policy'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { wording } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const rule = z.object({
  id: z.string(),
  clauseId: z.string(),
  severity: z.enum(['block', 'review', 'advise']),
  title: wording,
  why: wording,
  fix: wording,
})

const clause = z.object({
  id: z.string(),
  words: wording,
  decidedBy: z.string(),
  because: wording.optional(),
})

const book = z.object({
  id: z.string(),
  title: wording,
  edition: z.string(),
  source: z.string(),
  clauses: z.array(clause),
})

const category = z.object({
  first: z.string(),
  second: z.string(),
  filed: z.boolean(),
  ugcDeclared: z.boolean(),
  openTo: z.array(z.string()),
  licences: z.array(z.string()),
})

export function registerRuleBooks(app: App): void {
  app.get('/v1/rules', {
    config: { access: 'anyone' },
    schema: {
      summary: 'Every rule, and every clause with who decides it',
      response: { 200: z.object({ items: z.array(rule), books: z.array(book) }) },
    },
    handler: async () => ({
      items: rules.map(({ id, clause: clauseId, severity, title, why, fix }) => ({
        id,
        clauseId,
        severity,
        title,
        why,
        fix,
      })),
      books: toWire(books),
    }),
  })

  app.get('/v1/categories', {
    config: { access: 'anyone' },
    schema: {
      summary: 'The dated table of categories',
      response: {
        200: z.object({ edition: z.string(), source: z.string(), items: z.array(category) }),
      },
    },
    handler: async () => ({
      edition: categories.edition,
      source: categories.source,
      items: toWire(categories.rows),
    }),
  })
}
