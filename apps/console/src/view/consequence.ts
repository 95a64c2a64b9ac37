/** Which consequence a step spells out: withdrawing during a filing loses the days waited. */

import type { ReleaseState } from '../api/types.ts'
import type { Action } from './actions.ts'

const IN_FILING: readonly ReleaseState[] = ['filing', 'materialRequested']

export function consequenceOf(action: Action, state: ReleaseState): Action | 'withdrawFiling' {
  return action === 'withdraw' && IN_FILING.includes(state) ? 'withdrawFiling' : action
}
