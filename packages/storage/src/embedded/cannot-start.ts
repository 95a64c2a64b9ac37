/** The one sentence for every way in which the embedded database can refuse to start. */

import { AppError } from '@fangxing/contract'

export function cannotStart(because: string, cause?: unknown): AppError {
  return new AppError('STORAGE_CANNOT_START', { because }, { cause })
}
