/** Why there is no answer: a number of the server, or a code of ours when none came. */

export type ClientErrorCode = number | 'UNREACHABLE' | 'TOO_SLOW' | 'TOO_LARGE' | 'ANSWER_UNKNOWN'

export class ClientError extends Error {
  override readonly name = 'ClientError'
  /** A number is the server's `errcode`. */
  readonly code: ClientErrorCode

  constructor(code: ClientErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  /** True when the same call may succeed a moment later. */
  get isTransient(): boolean {
    return typeof this.code === 'string' ? this.code !== 'TOO_LARGE' : TRANSIENT.has(this.code)
  }
}

/** Busy, and the quotas of a minute and a day. */
const TRANSIENT: ReadonlySet<number> = new Set([-1, 44991, 45009, 45011])
