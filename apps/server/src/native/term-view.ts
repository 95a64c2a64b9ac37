/** Terms on their way in and out of the native interface. */

import type { TermDraft } from '@fangxing/storage'
import type { z } from 'zod'
import type { ShelfTerm } from '../lexicon/shelf-term.ts'
import type { term, termDraft } from './shapes/term.ts'
import { toWire, type Wire } from './wire.ts'

export function toDraft(body: z.output<typeof termDraft>, createdBy: string): TermDraft {
  const said = Object.entries(body).filter(([, value]) => value !== undefined)
  return { ...(Object.fromEntries(said) as unknown as TermDraft), createdBy }
}

/** The fields of a shelf term are those of the wire. */
export function toTermView(term: ShelfTerm): Wire<ShelfTerm> & z.input<typeof term> {
  return toWire(term) as Wire<ShelfTerm> & z.input<typeof term>
}
