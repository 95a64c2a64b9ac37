/**
 * How many materials are audited at once, from the environment; given as a value: this file reads
 * none itself.
 */

import { AppError } from '@fangxing/contract'

export interface AuditSettings {
  /** Each is a process with a browser: a core while it looks, and some 0.5 GB. */
  readonly atOnce: number
}

export const ONE_AUDIT: AuditSettings = { atOnce: 1 }

const MOST = 16

/** FANGXING_AUDITS. Throws SETTING_MALFORMED. */
export function readAuditEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): AuditSettings {
  const { FANGXING_AUDITS: text } = env
  if (!text) return ONE_AUDIT
  const atOnce = Number(text)
  if (Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= MOST) return { atOnce }
  const because = `FANGXING_AUDITS is no number from 1 to ${MOST}: ${text}`
  throw new AppError('SETTING_MALFORMED', { because })
}
