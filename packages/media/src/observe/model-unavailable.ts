/** Thrown by a model that cannot answer here and now; its wording says why and what to do. */

import type { Wording } from '@fangxing/contract'

export class ModelUnavailable extends Error {
  override readonly name = 'ModelUnavailable'
  readonly because: Wording

  constructor(because: Wording, options?: ErrorOptions) {
    super(because.en, options)
    this.because = because
  }
}
