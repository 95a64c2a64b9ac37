/** For a caller that can go on without what it asked: the machine's review will ask again and send the package to a person. */

import { AppError } from '@fangxing/contract'

export function unlessCrashed(error: unknown): null {
  if (error instanceof AppError && error.code === 'PACKAGE_ASSESSMENT_CRASHED') return null
  throw error
}
