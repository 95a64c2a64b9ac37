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
  const known = lastNamed.get(rules)
  if (known !== undefined && known.lexicon === lexicon && isSame(known.others, others)) {
    return known.name
  }
  const name = [`policy-${namePolicy(rules)}`, `lexicon-${lexicon.edition}`, ...others].join('.')
  lastNamed.set(rules, { lexicon, others, name })
  return name
}

/** One name after another is the same: what judged a moment ago judges now. */
const lastNamed = new WeakMap<readonly Rule[], Named>()

interface Named {
  readonly lexicon: Lexicon
  readonly others: readonly string[]
  readonly name: string
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, nth) => one === others[nth])
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
