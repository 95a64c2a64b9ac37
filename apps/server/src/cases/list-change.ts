/**
 * A proposal for the lists as the change that it makes: a word that is listed from now on, or a
 * phrase in which a listed word is innocent.
 *
 * A starter term is never altered: it is hidden, and the operator's own takes its place, so that
 * going back to an earlier edition brings it back.
 */

import type { TermLevel, Wording } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import type { CheckedText, ListChange, TermListChange } from '@fangxing/storage'
import { compileLexicon, type Term } from '@fangxing/text'
import type { ShelfTerm } from '../lexicon/shelf-term.ts'
import type { Ports } from '../ports.ts'

/** As somebody asks for it: the words of the term are looked up. */
export type WantedChange =
  | Extract<ListChange, { kind: 'deny' }>
  | Omit<Extract<ListChange, { kind: 'allow' }>, 'term'>

/** Stands for a term that has no id yet. */
const PROPOSED = 'proposed'

export type Effect =
  | {
      readonly ok: true
      readonly kind: ListChange['kind']
      readonly before: ShelfTerm | null
      readonly after: Term
    }
  | { readonly ok: false; readonly because: Wording }

/** What the change makes of the term that it is about. */
export function toEffect(terms: readonly ShelfTerm[], change: WantedChange): Effect {
  if (change.kind === 'deny') {
    const { text, label, level } = change
    const before = terms.find((term) => term.text === text) ?? null
    if (terms.some((term) => term.text === text && isStricter(term.level, level))) {
      return { ok: false, because: LISTED_STRICTER }
    }
    const after = { ...(before ?? { id: PROPOSED, text }), label, level }
    const { refused } = compileLexicon([after])
    return refused[0]
      ? { ok: false, because: refused[0].because }
      : { ok: true, kind: 'deny', before, after }
  }
  const before = findListed(terms, change.termId)
  if (before === undefined) return { ok: false, because: NOT_LISTED }
  return { ok: true, kind: 'allow', before, after: excuse(before, change.phrase) }
}

/** The term of this id; of a starter term that is hidden, the operator's own that took its place. */
export function findListed<Listed extends Term>(
  terms: readonly Listed[],
  termId: string,
): Listed | undefined {
  const listed = terms.find(({ id }) => id === termId)
  const starter = starterTerms.find(({ id }) => id === termId)
  return listed ?? terms.find(({ text }) => text === starter?.text)
}

/** The term, innocent in the phrase as well. */
export function excuse<Listed extends Term>(term: Listed, phrase: string): Listed {
  return { ...term, except: [...new Set([...(term.except ?? []), phrase])] }
}

/** Mildest first. */
const LEVELS: readonly TermLevel[] = ['hint', 'review', 'block']

function isStricter(one: TermLevel, other: TermLevel): boolean {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other)
}

const LISTED_STRICTER = {
  zh: '这个词已在词库中，且级别更严。',
  en: 'The word is on the list already, at a stricter level.',
}

const NOT_LISTED = { zh: '该词条已不在词库中。', en: 'The term is no longer on the list.' }

/** Why the change would make no difference to these texts; null when it does. */
export function findNoEffect(effect: Effect, texts: readonly CheckedText[]): Wording | null {
  if (!effect.ok) return effect.because
  const { kind, before, after } = effect
  const found = countHits(after, texts)
  if (kind === 'deny') return found > 0 ? null : NOT_IN_TEXTS
  return before !== null && found < countHits(before, texts) ? null : STILL_FOUND
}

const NOT_IN_TEXTS = {
  zh: '这段内容里没有这个词。',
  en: 'The word does not occur in this content.',
}

const STILL_FOUND = {
  zh: '加上这个短语后，这段内容仍会命中。短语须出现在内容中，并包含命中的字。',
  en: 'With this phrase the content is still hit. It must occur there and cover what was hit.',
}

function countHits(term: Term, texts: readonly CheckedText[]): number {
  const lexicon = compileLexicon([term])
  return texts.reduce((sum, { text }) => sum + lexicon.find(text).length, 0)
}

export function toTermListChange(
  { storage, clock }: Ports,
  { before, after }: Extract<Effect, { ok: true }>,
  createdBy: string,
): TermListChange {
  const { id, ...said } = after
  const isStarter = before !== null && before.createdBy === null
  const isKept = before !== null && !isStarter
  const draft = { ...said, createdBy, ...(isKept ? { id } : {}) }
  return {
    put: storage.terms.make([draft], clock.now()),
    removed: [],
    hidden: isStarter ? [id] : [],
    shown: [],
  }
}
