/** Where sentences for the person at the terminal go. */

import type { Wording } from '@fangxing/contract'

export type Log = (sentence: Wording) => void
