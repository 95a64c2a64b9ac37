/**
 * Mail by the operator's SMTP server.
 *
 * Addresses come from `app_callbacks`, checked when they were set. No files and no URLs are read
 * for a message. A recipient whom the server refuses for good is told apart from all else.
 */

import { createTransport } from 'nodemailer'

/** Longer than a webhook's: greylisting servers answer slowly on purpose. */
const STEP_WITHIN_MS = 10_000

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every attempt, so that a mailbox knows a repetition. */
  readonly id: string
}

export type Mailed =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly reply: number; readonly isFinal: boolean }
  | { readonly kind: 'unreachable'; readonly reason: string }

export interface Mailer {
  send(mail: Mail): Promise<Mailed>
}

/** `url`: `smtp://user:password@host:587` or `smtps://…`. `from`: `放行 <fangxing@example.com>`. */
export function connectMailer(url: string, from: string): Mailer {
  const domain = /@([^\s>]+)/.exec(from)?.[1]
  if (domain === undefined) throw new RangeError('the address that mail comes from has no @')
  const transport = createTransport({
    url,
    connectionTimeout: STEP_WITHIN_MS,
    greetingTimeout: STEP_WITHIN_MS,
    socketTimeout: STEP_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, id }) {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const messageId = `<${id}@${domain}>`
      try {
        const letter = { subject, text, textEncoding: 'base64' as const }
        await transport.sendMail({ ...letter, from, to, headers, messageId })
        return { kind: 'taken' }
      } catch (error) {
        return toMailed(error)
      }
    },
  }
}

function toMailed(error: unknown): Mailed {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (typeof responseCode !== 'number') {
    return { kind: 'unreachable', reason: typeof code === 'string' ? code : 'UNKNOWN' }
  }
  // 5yz about the recipient or the message: the same mail will never be taken (RFC 5321, 4.2.1).
  // About signing in, it is the operator's to correct.
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  return { kind: 'refused', reply: responseCode, isFinal: isAboutMail && responseCode >= 500 }
}
