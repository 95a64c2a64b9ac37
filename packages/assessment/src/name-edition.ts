/**
 * Names what judged: the same name, and the same input, give the same answer.
 *
 * The first part names the rules (ids, clauses, severities, words and examples), the editions of
 * the books and of the category table; the second names the lexicon, and those
 * that follow the models and engines that were asked. The code of a rule is not part
 * of the name: a change of what it answers shows in its examples, which are.
 */

import { books, categories, type Rule } from '@fangxing/policy'
import { type Lexicon, toEdition } from '@fangxing/text'

export function nameEdition(
  rules: readonly Rule[],
  lexicon: Lexicon,
  others: readonly string[] = [],
): string {
  return [`policy-${namePolicy(rules)}`, `lexicon-${lexicon.edition}`, ...others].join('.')
}

/** Rules never change within a process, and texts are assessed by the thousand. */
const named = new WeakMap<readonly Rule[], string>()

function namePolicy(rules: readonly Rule[]): string {
  const known = named.get(rules)
  if (known !== undefined) return known
  const name = toEdition([
    ...rules,
    ...books.map(({ id, edition }) => [id, edition]),
    categories.edition,
  ])
  named.set(rules, name)
  return name
}
