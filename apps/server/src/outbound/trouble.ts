/**
 * Why nothing came back from outside: a code and the values it is about.
 *
 * Not an `AppError`: no caller is waiting. Whoever sends or downloads decides what it means.
 */

export const OUTBOUND_CODES = [
  'URL_REFUSED',
  'ADDRESS_REFUSED',
  'NAME_UNKNOWN',
  'UNREACHABLE',
  'TOO_SLOW',
  'TOO_LONG',
  'TOO_MANY_REDIRECTS',
] as const

export type OutboundCode = (typeof OUTBOUND_CODES)[number]

export class OutboundTrouble extends Error {
  override readonly name = 'OutboundTrouble'
  readonly code: OutboundCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: OutboundCode,
    details: Readonly<Record<string, string | number>>,
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.code = code
    this.details = details
  }
}
