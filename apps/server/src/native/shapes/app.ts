/** A mini-program and the ledger of categories that completed filing for it. */

import { MEMBER_PARTS } from '@fangxing/storage'
import { z } from 'zod'
import { categories, category, moment, subject } from './parts.ts'

const appid = z
  .string()
  .regex(/^[A-Za-z0-9_-]{3,64}$/)
  .describe('Letters, digits, - and _; made by the server when absent.')

const name = z.string().trim().min(1).max(60)

export const app = z
  .object({
    appid: z.string(),
    name: z.string(),
    subject,
    categories,
    liveReleaseId: z.string().nullable(),
    createdAt: moment,
    part: z
      .enum(MEMBER_PARTS)
      .nullable()
      .describe('Of the caller; null for who is no member: the house, or the app itself.'),
  })
  .meta({ id: 'App' })

export const appDraft = z.object({ appid: appid.optional(), name, subject, categories })

export const appChanges = z
  .object({ name, subject, categories })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'names nothing to change' })

export const appWithSecret = z.object({
  app,
  secret: z.string().describe('Shown once. Only its hash is kept.'),
})

export const secret = z.object({ secret: z.string().describe('Shown once.') })

export const ledger = z.object({
  items: z.array(z.object({ category, releaseId: z.string(), completedAt: moment })),
})
