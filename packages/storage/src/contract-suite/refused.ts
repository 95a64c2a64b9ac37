/** For `assert.rejects`: the error is ours, and has this code. */

import { AppError, type ErrorCode } from '@fangxing/contract'

export function withCode(code: ErrorCode): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code
}
