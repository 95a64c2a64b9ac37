/** Reading the texts of a material: which field, where in it, and what a hit is told as. */

import type {
  Finding,
  Place,
  SeenLead,
  TextRange,
  VocabularyHit,
  Wording,
  WrittenText,
} from '@fangxing/contract'
import { say } from '../say.ts'
import type { VocabularyName } from '../vocabularies/vocabularies.ts'

type Fields = 'title' | 'body' | 'prose' | 'all'

/** `prose`: title and body; `all`: also the words of pictures and clips. */
export function textsOf(
  written: readonly WrittenText[],
  fields: Fields = 'all',
): readonly WrittenText[] {
  if (fields === 'all') return written
  return written.filter(({ field }) => field === fields || (fields === 'prose' && isProse(field)))
}

function isProse(field: string): boolean {
  return field === 'title' || field === 'body'
}

export function titleOf(written: readonly WrittenText[]): WrittenText | undefined {
  return written.find(({ field }) => field === 'title')
}

export function bodyOf(written: readonly WrittenText[]): WrittenText | undefined {
  return written.find(({ field }) => field === 'body')
}

/** Where a stretch of a text stands: its characters, or the picture or clip as a whole. */
export function placeOf({ place }: WrittenText, { start, end }: TextRange): Place {
  return place.kind === 'text' ? { ...place, start, end } : place
}

/** Hits of one of the vocabularies, in reading order. */
export function wordsOf(
  written: readonly WrittenText[],
  vocabularies: readonly VocabularyName[],
  fields: Fields = 'all',
): readonly VocabularyHit[] {
  return textsOf(written, fields).flatMap(({ words }) =>
    words.filter(({ vocabulary }) => vocabularies.some((name) => name === vocabulary)),
  )
}

/** Leads of the kinds, each with the text it stands in. */
export function leadsOf(
  written: readonly WrittenText[],
  kinds: readonly SeenLead['kind'][],
  fields: Fields = 'all',
): readonly { readonly text: WrittenText; readonly lead: SeenLead }[] {
  return textsOf(written, fields).flatMap((text) =>
    text.leads.filter(({ kind }) => kinds.includes(kind)).map((lead) => ({ text, lead })),
  )
}

/** Characters between a word and a contact that belong together: some two sentences. Ours. */
const NEAR = 100

/** Words of the vocabularies with a lead of the kinds near them, and those leads. */
export function besideEachOther(
  written: readonly WrittenText[],
  vocabularies: readonly VocabularyName[],
  kinds: readonly SeenLead['kind'][],
): {
  readonly words: readonly VocabularyHit[]
  readonly leads: readonly { readonly text: WrittenText; readonly lead: SeenLead }[]
} {
  const fields = [...Map.groupBy(written, ({ field }) => field).values()].map((texts) => ({
    words: wordsOf(texts, vocabularies),
    leads: leadsOf(texts, kinds),
  }))
  return {
    words: fields.flatMap(({ words, leads }) =>
      words.filter((word) => leads.some(({ lead }) => isNear(word, lead))),
    ),
    leads: fields.flatMap(({ words, leads }) =>
      leads.filter(({ lead }) => words.some((word) => isNear(word, lead))),
    ),
  }
}

/** Of a picture or clip all words stand together. */
function isNear({ place }: VocabularyHit, lead: TextRange): boolean {
  if (place.kind !== 'text') return true
  return lead.start - place.end <= NEAR && place.start - lead.end <= NEAR
}

/** One finding for each hit: what stands there, and how it was seen. */
export function tellWords(
  hits: readonly VocabularyHit[],
  message: (matched: string) => Wording,
): readonly Finding[] {
  return hits.map(({ place, matched, term, conversions }) => ({
    place,
    message: message(matched),
    measured:
      conversions.length === 0 ? matched : `${matched} = ${term} (${conversions.join(', ')})`,
  }))
}

export function tellLead(
  { text, lead }: { readonly text: WrittenText; readonly lead: SeenLead },
  message: (value: string) => Wording,
): Finding {
  return { place: placeOf(text, lead), message: message(lead.value), measured: lead.value }
}

/** What stands at a range of a text. */
export function tellRange(text: WrittenText, range: TextRange, message: Wording): Finding {
  return {
    place: placeOf(text, range),
    message,
    measured: text.text.slice(range.start, range.end),
  }
}

/** Said where a text that a rule needs was not handed in. */
export const NO_TITLE = say('没有标题，此项无从判断。', 'There is no title to judge.')
