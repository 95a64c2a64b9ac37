/** Where an app is told: webhook, WeChat push, mail. Secrets go out once, when they are made. */

import { CHANNELS } from '@fangxing/storage'
import { z } from 'zod'
import { isWebhookSecret } from '../../delivery/webhook-signature.ts'
import { AES_KEY_FORM } from '../../wechat/push/seal.ts'

const url = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .describe('http or https, without user name or password.')

const hint = z.string().describe('The last four characters.')

const mode = z.enum(['plain', 'compatible', 'safe'])
const format = z.enum(['xml', 'json'])

export const callbacks = z
  .object({
    webhook: z
      .object({
        url,
        secretHint: hint,
        formerSecretUntil: z.number().int().nullable(),
      })
      .nullable(),
    wechat: z
      .object({ url, mode, format, originalId: z.string(), tokenHint: hint, aesKeyHint: hint })
      .nullable(),
    mail: z.object({ address: z.string() }).nullable(),
    canMail: z.boolean().describe('False while the operator has set no mail server.'),
  })
  .meta({ id: 'Callbacks' })

export const callbackChanges = z
  .object({
    webhook: z
      .object({
        url,
        secret: z
          .string()
          .refine(isWebhookSecret, { error: 'is not whsec_ and base64 of 24 to 64 bytes' })
          .optional()
          .describe('Your own; absent keeps the present one, or makes the first.'),
        renewSecret: z
          .boolean()
          .default(false)
          .describe('Make another. The former one signs besides for a day.'),
      })
      .nullable(),
    wechat: z
      .object({
        url,
        token: z
          .string()
          .regex(/^[A-Za-z0-9]{3,32}$/)
          .optional(),
        encodingAesKey: z.string().regex(AES_KEY_FORM).optional(),
        mode,
        format,
        originalId: z
          .string()
          .regex(/^gh_[A-Za-z0-9]{1,32}$/)
          .optional(),
      })
      .nullable(),
    mail: z.object({ address: z.email().max(254) }).nullable(),
  })
  .partial()
  .describe('An object sets, null removes, what is absent stays.')

/** Only what was made now. */
export const madeSecrets = z.object({
  webhookSecret: z.string().optional(),
  wechatToken: z.string().optional(),
  wechatEncodingAesKey: z.string().optional(),
})

export const changedCallbacks = z.object({
  callbacks,
  secrets: madeSecrets.describe('Shown once.'),
})

export const channel = z.enum(CHANNELS)

export const callbackTest = z
  .object({ channels: z.array(channel).min(1).max(CHANNELS.length) })
  .partial()
  .describe('Every channel that is set, when none is named.')

export const startedTests = z.object({
  items: z.array(z.object({ channel, deliveryId: z.string() })),
})
