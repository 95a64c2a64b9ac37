/** Content checks from your own server: typed client, guard, signed webhooks. */

export { createClient } from './client.ts'
export { ClientError, type ClientErrorCode } from './errors.ts'
export {
  createGuard,
  type Guard,
  type Guarded,
  type GuardedTexts,
  type GuardOptions,
  type Refusal,
} from './guard.ts'
export type * from './types.ts'
export { type ReceivedWebhook, readWebhook, type WebhookEvent } from './webhook.ts'
