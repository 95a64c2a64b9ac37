/**
 * Signs webhooks after Standard Webhooks: `v1,` and base64 of HMAC-SHA256 over id, time and body.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** The length that the specification recommends, 24 to 64 bytes. */
export const SECRET_BYTES = 32
const MIN_SECRET_BYTES = 24
const MAX_SECRET_BYTES = 64

export function toWebhookSecret(random: Uint8Array): string {
  return PREFIX + Buffer.from(random).toString('base64')
}

export function isWebhookSecret(secret: string): boolean {
  const letters = secret.slice(PREFIX.length)
  if (!secret.startsWith(PREFIX) || !/^[A-Za-z0-9+/]+=*$/.test(letters)) return false
  const bytes = Buffer.from(letters, 'base64').byteLength
  return bytes >= MIN_SECRET_BYTES && bytes <= MAX_SECRET_BYTES
}

/** One header for each attempt: the id stays, the time is the attempt's. Several secrets, several signatures. */
export function signWebhook(
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
