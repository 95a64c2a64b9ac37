/** Terms made ready for searching: what they read as, and which conversions they allow. */

import { toBits } from './conversion.ts'
import { FoldedText } from './fold/fold.ts'
import { defaultConversions } from './gate.ts'
import { readTerm } from './listed-word.ts'
import type { Row } from './row.ts'
import type { RefusedTerm, Term } from './term.ts'
import { TextList } from './text-list.ts'

export interface ListedTerm {
  readonly term: Term
  readonly units: Uint16Array
  /** One bit per allowed conversion. */
  readonly allowed: number
  /** Whether the term named its conversions itself; then length does not gate them. */
  readonly isExplicit: boolean
}

export interface ReadTerms {
  readonly listed: readonly ListedTerm[]
  readonly refused: readonly RefusedTerm[]
}

export function readTerms(terms: readonly Term[]): ReadTerms {
  const listed: ListedTerm[] = []
  const refused: RefusedTerm[] = []
  for (const term of terms) {
    const reading = readTerm(term.text)
    if (reading.kind === 'refused') refused.push({ term, because: reading.because })
    else listed.push(toListed(term, reading.units))
  }
  return { listed, refused }
}

function toListed(term: Term, units: Uint16Array): ListedTerm {
  const isExplicit = term.conversions !== undefined
  const allowed = isExplicit ? toBits(term.conversions ?? []) : defaultConversions(units)
  return { term, units, allowed, isExplicit }
}

/** What words were listed as, read again when one is seen: most of a lexicon never is. */
export class ReadTexts {
  private readonly texts: TextList
  private readonly rows = new Map<number, Row>()

  constructor(texts: readonly string[]) {
    this.texts = new TextList(texts.map((text) => text.trim()))
  }

  get(number: number): Row {
    const known = this.rows.get(number)
    if (known !== undefined) return known
    const row = new FoldedText().read(this.texts.get(number))
    this.rows.set(number, row)
    return row
  }
}
