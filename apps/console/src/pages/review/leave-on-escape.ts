/** Out of a field, so that letters are commands again. */

import type { KeyboardEvent } from 'react'

export function leaveOnEscape({ key, target }: KeyboardEvent): void {
  if (key === 'Escape' && target instanceof HTMLElement) target.blur()
}
