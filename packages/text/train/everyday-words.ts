/** The nine thousand commonest words of two characters and more: what a nickname or a short comment is. */

import { readCommonness } from '../src/decloak/commonness.ts'
import { ORDINARY_WORDS } from '../src/words/ordinary-words.generated.ts'

const LEAST_BITS = 9

export function everydayWords(): readonly string[] {
  return [...readCommonness(ORDINARY_WORDS)]
    .filter(([word, bits]) => word.length > 1 && bits >= LEAST_BITS)
    .map(([word]) => word)
}
