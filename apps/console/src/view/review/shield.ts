/** How a thing that is hard to look at is shown, until the person lifts the shield for this one. */

import type { Shield, ShieldKind } from '../../api/queue-types.ts'

export const SHIELD_KINDS: readonly ShieldKind[] = ['shown', 'grey', 'blur']

/** Only what is severe is shielded. While nobody knows the settings, everything is. */
export function shieldOf(isSevere: boolean, shield: Shield | undefined): ShieldKind {
  if (shield === undefined) return 'blur'
  return isSevere ? shield.picture : 'shown'
}

/** What a person may choose: nothing weaker than what everybody gets. */
export function allowedShields(minimum: ShieldKind): readonly ShieldKind[] {
  return SHIELD_KINDS.slice(SHIELD_KINDS.indexOf(minimum))
}

export const CLASS_OF_SHIELD: Readonly<Record<ShieldKind, string>> = {
  shown: '',
  grey: 'is-grey',
  blur: 'is-blurred',
}
