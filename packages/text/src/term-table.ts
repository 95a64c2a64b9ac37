/**
 * The terms of a lexicon laid out for searching: what is asked of many lies flat, the terms themselves
 * are made when one is seen, so that a lexicon is loaded without making any.
 */

import type { ListedTerm } from './listed-term.ts'
import type { Term } from './term.ts'
import { TextList } from './text-list.ts'

/** In `facts`, above the allowed conversions. */
const IS_EXPLICIT = 1 << 30

export class TermTable {
  readonly count: number
  /** The units of all terms, one after the other, and where those of each begin. */
  readonly units: Uint16Array
  readonly begins: Uint32Array
  private readonly facts: Int32Array
  private readonly terms: TermStore

  constructor(listed: readonly ListedTerm[]) {
    this.count = listed.length
    this.facts = new Int32Array(listed.length)
    this.begins = new Uint32Array(listed.length + 1)
    this.units = new Uint16Array(listed.reduce((sum, { units }) => sum + units.length, 0))
    this.terms = new TermStore(
      listed.map(({ term }) => term),
      [],
    )
    let end = 0
    for (const [number, { units, allowed, isExplicit }] of listed.entries()) {
      this.facts[number] = allowed | (isExplicit ? IS_EXPLICIT : 0)
      this.units.set(units, end)
      end += units.length
      this.begins[number + 1] = end
    }
  }

  term(number: number): Term {
    return this.terms.get(number)
  }

  /** How many units a term has. */
  size(number: number): number {
    return (this.begins[number + 1] as number) - (this.begins[number] as number)
  }

  /** One bit per allowed conversion. */
  allowed(number: number): number {
    return (this.facts[number] as number) & ~IS_EXPLICIT
  }

  /** Whether the term named its conversions itself; then length does not gate them. */
  isExplicit(number: number): boolean {
    return ((this.facts[number] as number) & IS_EXPLICIT) !== 0
  }
}

/** Terms as they were given, or as JSON that is read when one is asked for. */
class TermStore {
  private readonly given: readonly Term[]
  private readonly written: TextList
  private readonly known = new Map<number, Term>()

  constructor(given: readonly Term[], written: readonly string[]) {
    this.given = given
    this.written = new TextList(written)
  }

  get(number: number): Term {
    return this.given[number] ?? this.known.get(number) ?? this.read(number)
  }

  /** How a file holds them. */
  toPacked(): TermStore {
    return new TermStore(
      [],
      this.given.map((term) => JSON.stringify(term)),
    )
  }

  private read(number: number): Term {
    const term: Term = JSON.parse(this.written.get(number))
    this.known.set(number, term)
    return term
  }
}
