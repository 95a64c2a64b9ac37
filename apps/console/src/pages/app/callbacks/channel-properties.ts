/** What the card of every channel is given. */

import type { CallbackChanges, Callbacks } from '../../../api/portal-types.ts'

export interface ChannelProperties {
  readonly callbacks: Callbacks
  readonly isBusy: boolean
  readonly onSet: (changes: CallbackChanges) => void
}
