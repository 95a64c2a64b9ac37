/** The name that a property key spells; empty for one that has to be computed. */

import type { Node } from 'oxc-parser'

export function nameOfKey(key: Node): string {
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return key.name
  return key.type === 'Literal' ? String(key.value) : ''
}
