/** Another checker that an app's content is also shown to, on the wire. */

import { DOWN_POLICIES, MERGE_POLICIES, PUSH_OUTCOMES } from '@fangxing/storage'
import { z } from 'zod'
import { UPSTREAM_CODES } from '../../upstream/upstream.ts'
import { AES_KEY_FORM } from '../../wechat/push/seal.ts'
import { moment, suggest } from './parts.ts'

const OFFICIAL = 'https://api.weixin.qq.com'

/** Without a query: paths are put behind it. */
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .max(512)
  .regex(/^[^?#]*[^/?#]$/, { error: 'must end without a slash, query or fragment' })

const settings = {
  kind: z.literal('wechat'),
  baseUrl,
  appid: z.string().min(1).max(64),
  merge: z
    .enum(MERGE_POLICIES)
    .describe('strictest: the worse of both. local-first: only what is doubtful here. shadow.'),
  whenDown: z
    .enum(DOWN_POLICIES)
    .describe('Without an answer from there: ours stands, a person looks, nothing passes.'),
  timeoutMs: z.number().int().min(50).max(10_000),
  cacheSeconds: z.number().int().min(0).max(86_400),
  shadowPercent: z.number().int().min(1).max(100).describe('Of the checks of a shadow.'),
  perMinute: z.number().int().min(1).max(1_000_000),
  perDay: z.number().int().min(1).max(1_000_000_000),
}

const PUSH_MODES = ['plain', 'compatible', 'safe'] as const

/** As they stand in WeChat's console, under 消息推送. */
const token = z
  .string()
  .regex(/^[A-Za-z0-9]{3,32}$/, { error: 'must be 3 to 32 letters or digits, as in the console' })

const encodingAesKey = z.string().regex(AES_KEY_FORM, {
  error: 'must be the 43 letters and digits of EncodingAESKey, without a = at its end',
})

/** What is absent of the secrets stays as it is. */
const pushDraft = z.object({
  mode: z.enum(PUSH_MODES).describe('In which WeChat pushes; compatible and safe need the key.'),
  token: token.optional().describe('Absent keeps the present one.'),
  encodingAesKey: encodingAesKey.optional().describe('Absent keeps the present one.'),
  waitMinutes: z
    .number()
    .int()
    .min(1)
    .max(30)
    .default(25)
    .describe('WeChat promises thirty; the app is told after 25 at the latest, unless a shadow.'),
})

/** The limits are WeChat's for texts. */
export const upstreamDraft = z.object({
  ...settings,
  baseUrl: baseUrl.default(OFFICIAL),
  secret: z.string().min(1).max(256).optional().describe('Absent keeps the present one.'),
  timeoutMs: settings.timeoutMs.default(2000),
  cacheSeconds: settings.cacheSeconds.default(600),
  shadowPercent: settings.shadowPercent.default(100),
  perMinute: settings.perMinute.default(4000),
  perDay: settings.perDay.default(2_000_000),
  push: pushDraft
    .nullable()
    .optional()
    .describe('How answers about sounds come in. Null: not asked about sounds. Absent: as it is.'),
})

export const upstream = z.object({
  ...settings,
  baseUrl: z.string(),
  secretHint: z.string().describe('The last four characters.'),
  circuit: z.enum(['closed', 'open']).describe('open: it failed and is not asked for a while.'),
  push: z
    .object({
      mode: z.enum(PUSH_MODES),
      tokenHint: z.string(),
      hasKey: z.boolean(),
      waitMinutes: z.number().int(),
      path: z.string().describe('On this server: the address that WeChat is to push to.'),
      came: z
        .record(z.enum(PUSH_OUTCOMES), z.number().int())
        .describe('Rightly signed pushes of the last seven days, by what became of them.'),
    })
    .nullable()
    .describe('Null: not asked about sounds.'),
})

export const upstreamOrNone = z.object({ upstream: upstream.nullable() })

export const upstreamTest = z.object({
  ok: z.boolean(),
  because: z.enum(UPSTREAM_CODES).nullable(),
  tookMs: z.number().int(),
})

const opinion = z.object({ suggest, label: z.number().int() })

export const comparison = z.object({
  checkId: z.string(),
  appid: z.string(),
  upstream: z.string(),
  local: opinion,
  answer: opinion.extend({ traceId: z.string().nullable() }).nullable(),
  trouble: z.string().nullable(),
  cached: z.boolean(),
  tookMs: z.number().int(),
  told: suggest,
  at: moment,
})

export const agreement = z.object({
  items: z.array(
    z.object({
      ours: suggest,
      theirs: suggest.nullable().describe('Null: no answer.'),
      count: z.number().int(),
    }),
  ),
})
