/**
 * What the operator allows and configures of the outside world, as values for the senders.
 *
 * `readDeliveryEnvironment` takes the environment as a value: this file reads none itself.
 */

import { randomBytes } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import { allowAddresses } from '../outbound/index.ts'
import { connectMailer } from './mailer.ts'
import type { Outside } from './sender.ts'

/** What WeChat grants its receivers; what takes longer must be done after the answer. */
const ANSWER_WITHIN_MS = 5000

export interface DeliveryOptions {
  /**
   * Networks that may be called besides the public internet, such as `10.0.0.0/8`. Whoever sets a
   * callback can then make this server call there.
   */
  readonly allowedNetworks?: readonly string[] | undefined
  /** `smtp://user:password@host:587`; without it no mail is sent. */
  readonly smtpUrl?: string | undefined
  /** Whom mail comes from; needed with `smtpUrl`. */
  readonly mailFrom?: string | undefined
}

/** Throws SETTING_MALFORMED on a network or an address that is none. */
export function openOutside(options: DeliveryOptions = {}): Outside {
  try {
    return open(options)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new AppError('SETTING_MALFORMED', { because: error.message }, { cause: error })
  }
}

function open({ allowedNetworks, smtpUrl, mailFrom = '' }: DeliveryOptions): Outside {
  return {
    addresses: allowAddresses(allowedNetworks),
    answerWithinMs: ANSWER_WITHIN_MS,
    mailer: smtpUrl === undefined ? null : connectMailer(smtpUrl, mailFrom),
    randomBytes: (count) => randomBytes(count),
    jitter: () => Math.random(),
  }
}

/** FANGXING_ALLOWED_NETWORKS (apart by commas), FANGXING_SMTP_URL, FANGXING_MAIL_FROM. */
export function readDeliveryEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): DeliveryOptions {
  const { FANGXING_ALLOWED_NETWORKS = '', FANGXING_SMTP_URL, FANGXING_MAIL_FROM } = env
  const allowedNetworks = FANGXING_ALLOWED_NETWORKS.split(',')
    .map((network) => network.trim())
    .filter((network) => network !== '')
  return {
    allowedNetworks,
    smtpUrl: FANGXING_SMTP_URL || undefined,
    mailFrom: FANGXING_MAIL_FROM || undefined,
  }
}
