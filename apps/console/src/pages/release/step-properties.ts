/** What every dialog of a step is given. */

import type { Release } from '../../api/types.ts'

export interface StepProperties {
  readonly release: Release
  readonly onClose: () => void
}
