/** What counts in checks, for all apps and for single ones; visits that an app reports. */

import { rules, SCENES } from '@fangxing/policy'
import { z } from 'zod'
import { QUOTA_CALLS, RETENTIONS } from '../../check-policy/index.ts'
import { wording } from './parts.ts'

const CONTENT_FAMILIES = ['clip', 'picture', 'text']

export const contentRules = rules.filter(({ id }) =>
  CONTENT_FAMILIES.includes(id.split('/')[0] ?? ''),
)
const RULE_IDS = contentRules.map(({ id }) => id)

const weight = z.enum(['block', 'review', 'advise', 'off'])
const weights = z.partialRecord(z.enum(RULE_IDS), weight)

export const checkRule = z.object({
  id: z.string(),
  clauseId: z.string(),
  title: wording,
  shipped: z.record(z.string(), weight).describe('By scene.'),
})

const perWindow = z.number().int().min(1).max(1_000_000_000).nullable().describe('Null: no limit.')
const quota = z.object({ perMinute: perWindow, perDay: perWindow })

const pixels = z.number().int().min(1).max(20_000)

/** As much as a form may bring in one file. */
const MOST_PICTURE_BYTES = 20 * 1024 * 1024

const retention = z.object({
  passed: z.enum(RETENTIONS),
  doubtful: z.enum(RETENTIONS),
  days: z.number().int().min(1).max(3650),
})

const changes = z
  .strictObject({
    weights: z
      .partialRecord(z.enum(SCENES.map(String)), weights)
      .describe('By scene: 1 profile, 2 comment, 3 forum, 4 social log, 0 a call that names none.'),
    openid: z
      .enum(['any', 'recentlySeen'])
      .describe(
        'recentlySeen: the app reports visits, and only users of the last two hours count.',
      ),
    quotas: z.partialRecord(z.enum(QUOTA_CALLS), quota),
    picture: z.object({
      maxBytes: z.number().int().min(1).max(MOST_PICTURE_BYTES),
      maxWidth: pixels,
      maxHeight: pixels,
    }),
    isPushedLonger: z.boolean().describe('Results are pushed for three days, not three times.'),
    retention,
  })
  .partial()

export const storedPolicy = z
  .object({ all: changes, apps: z.record(z.string().min(1).max(64), changes) })
  .describe('What is absent is as shipped; an app has what is not named for it from all.')
  .meta({ id: 'CheckPolicy' })

export const shippedLimits = z.object({ quotas: z.record(z.enum(QUOTA_CALLS), quota), retention })

export const visits = z.object({
  openids: z
    .array(z.string().regex(/^[\w-]{1,128}$/))
    .min(1)
    .max(1000),
})
