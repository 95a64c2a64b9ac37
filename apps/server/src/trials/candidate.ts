/**
 * What an operator thinks of making live: another check policy, other terms, or both.
 *
 * `openJudge` makes a candidate answer texts as it would if it were live: the live terms of now
 * without those it removes and with those it adds; the live policy where it brings none of its own.
 * A changed list is compiled when it is first asked for, and again when the live one has changed.
 */

import { assessText } from '@fangxing/assessment'
import type { Label } from '@fangxing/contract'
import { rulesOfScene, textRules, toScene } from '@fangxing/policy'
import type { CheckedText, TermDraft } from '@fangxing/storage'
import type { Lexicon } from '@fangxing/text'
import { type CheckPolicy, readPolicy, type StoredPolicy } from '../check-policy/index.ts'
import { toShelfTerm } from '../lexicon/shelf-term.ts'
import type { Ports } from '../ports.ts'
import { SUGGESTION, type Suggestion } from '../use-cases/suggestion.ts'

export interface Candidate {
  /** Null: the live one. */
  readonly policy: StoredPolicy | null
  readonly add: readonly TermDraft[]
  /** Ids, of starter terms too. */
  readonly remove: readonly string[]
}

export const LIVE: Candidate = { policy: null, add: [], remove: [] }

export interface TextToTry {
  readonly texts: readonly CheckedText[]
  readonly scene: number
  /** The scene whose weights count; the scene itself when absent. */
  readonly weighedAs?: number | undefined
  readonly appid: string | null
}

export interface TriedAnswer {
  readonly suggest: Suggestion
  readonly label: Label
}

export type Judge = (text: TextToTry) => Promise<TriedAnswer>

type Needed = Pick<Ports, 'storage' | 'lexicon' | 'checkPolicy' | 'classifier' | 'clock'>

export function openJudge(ports: Needed, candidate: Candidate): Judge {
  const lexiconOf = openLexicon(ports, candidate)
  const own = candidate.policy === null ? null : readPolicy(candidate.policy)
  return async ({ texts, scene, appid, weighedAs: named = scene }) => {
    const policy: CheckPolicy = own === null ? await ports.checkPolicy.of(appid) : own(appid)
    const weighedAs = toScene(named)
    const { verdict, label } = assessText({ texts, scene }, await lexiconOf(), {
      classifier: ports.classifier,
      rules: rulesOfScene(textRules, weighedAs, policy.weights[weighedAs]),
    })
    return { suggest: SUGGESTION[verdict], label }
  }
}

function openLexicon(
  { lexicon, storage, clock }: Needed,
  { add, remove }: Candidate,
): () => Promise<Lexicon> {
  if (add.length === 0 && remove.length === 0) return async () => lexicon.current()
  const removed = new Set(remove)
  let compiled: { readonly edition: string; readonly lexicon: Promise<Lexicon> } | null = null
  return async () => {
    const { edition, list } = await lexicon.listed()
    if (compiled?.edition !== edition) {
      const added = storage.terms.make(add, clock.now()).map(toShelfTerm)
      const replaced = new Set(added.map(({ id }) => id))
      const kept = list.filter(({ id }) => !removed.has(id) && !replaced.has(id))
      compiled = { edition, lexicon: lexicon.compile([...kept, ...added]) }
    }
    return compiled.lexicon
  }
}
