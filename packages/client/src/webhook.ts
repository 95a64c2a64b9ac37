/**
 * Reads a signed webhook: what it says, or null when it is not from your server or too old.
 *
 * With Web Crypto, so it runs at the edge too. Compares in constant time, takes any of several
 * signatures, and refuses times that are more than five minutes away.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

export interface ReceivedWebhook {
  /** The body as it came, before any parser. */
  readonly body: string
  /** Of `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
  readonly header: (name: string) => string | null | undefined
}

/** `check.decided`: `data` has `traceId`, `suggest`, `label`, `note`, `openid`, `scene`. */
export interface WebhookEvent {
  readonly type: string
  /** ISO 8601. */
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
  /** The same for each repetition: keep it to know one. */
  readonly id: string
}

const TOLERANCE_SECONDS = 300
const PREFIX = 'whsec_'

export async function readWebhook(
  { body, header }: ReceivedWebhook,
  secret: string,
  now: () => number = Date.now,
): Promise<WebhookEvent | null> {
  const id = header('webhook-id') ?? ''
  const timestamp = header('webhook-timestamp') ?? ''
  const isFresh = Math.abs(now() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS
  if (id === '' || !/^\d+$/.test(timestamp) || !isFresh) return null

  const key = await crypto.subtle.importKey(
    'raw',
    fromBase64(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  )
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signatures = (header('webhook-signature') ?? '')
    .split(' ')
    .flatMap((one) => (one.startsWith('v1,') ? [one.slice('v1,'.length)] : []))
  for (const signature of signatures) {
    const bytes = tryFromBase64(signature)
    if (bytes !== null && (await crypto.subtle.verify('HMAC', key, bytes, signed))) {
      return { ...JSON.parse(body), id }
    }
  }
  return null
}

function tryFromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64(text)
  } catch {
    return null
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0))
}
