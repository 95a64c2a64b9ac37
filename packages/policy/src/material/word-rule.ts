/**
 * Rules that are led to their clause by words: what a machine finds so, a person mostly decides.
 *
 * A word of the vocabulary alone, or only beside a word of another vocabulary, asks a person; beside
 * a way to be reached it may be sure. Between them stands the innocent neighbour: the same word told
 * as news, as knowledge, as fiction.
 */

import {
  type Finding,
  inapplicable,
  type Label,
  type Outcome,
  type SeenLead,
  type Wording,
  type WrittenText,
} from '@fangxing/contract'
import { defineRule, type Rule } from '../rule.ts'
import { say } from '../say.ts'
import type { VocabularyName } from '../vocabularies/vocabularies.ts'
import { weigh } from './weigh.ts'
import { besideEachOther, leadsOf, tellWords, wordsOf } from './writing.ts'

export const CONTACTS: readonly SeenLead['kind'][] = [
  'phone',
  'wechatId',
  'qqNumber',
  'email',
  'url',
  'inviteCode',
]

/** From here on a label of the classifier is worth a look. Ours. */
const LEAST_PROBABILITY = 0.5

interface WordRule extends Pick<Rule, 'id' | 'clause' | 'severity' | 'title' | 'why' | 'fix'> {
  readonly words: readonly VocabularyName[]
  /** Asks a person: `alone`, or when a word of these stands in the material too. */
  readonly doubtful: 'alone' | readonly VocabularyName[]
  /** Sure near a contact (phone, account, address); a contact elsewhere in the material asks. */
  readonly sure?: 'with contact'
  /** Words that make it knowledge: nothing is asked when one of them stands there too. */
  readonly innocent?: readonly VocabularyName[]
  readonly fiction?: 'exempt'
  /** Labels of the classifier that lead here too. */
  readonly labels?: readonly Label[]
  /** What a person decides. */
  readonly question: Wording
  readonly message: (matched: string) => Wording
  readonly examples: readonly {
    readonly name: Wording
    readonly written: readonly WrittenText[]
    readonly isFiction?: boolean
    readonly expect: Outcome['kind']
  }[]
}

export function defineWordRule(rule: WordRule): Rule {
  const { id, clause, severity, title, why, fix } = rule
  return defineRule({
    id,
    clause,
    severity,
    title,
    why,
    fix,
    needs: ['material', 'written'],
    examples: rule.examples.map(({ name, written, isFiction = false, expect }) => ({
      name,
      seen: { material: { ...BARE, isFiction }, written },
      expect,
    })),
    evaluate({ material, written }) {
      if (rule.fiction === 'exempt' && material.isFiction) return inapplicable
      return weighWords(rule, written)
    },
  })
}

function weighWords(rule: WordRule, written: readonly WrittenText[]): Outcome {
  const hits = wordsOf(written, rule.words)
  const findings = tellWords(hits, rule.message)
  const labelled = rule.labels ? tellLabels(written, rule.labels) : []
  if (rule.innocent && wordsOf(written, rule.innocent).length > 0) {
    return weigh([], labelled, rule.question)
  }
  const beside =
    rule.sure === 'with contact' ? besideEachOther(written, rule.words, CONTACTS).words : []
  const hasContact = rule.sure === 'with contact' && leadsOf(written, CONTACTS).length > 0
  const isDoubtful =
    hasContact || rule.doubtful === 'alone' || wordsOf(written, rule.doubtful).length > 0
  return weigh(
    tellWords(beside, rule.message),
    [...(isDoubtful ? findings : []), ...labelled],
    rule.question,
  )
}

/** One finding for each text that the classifier gives one of the labels. */
export function tellLabels(
  written: readonly WrittenText[],
  labels: readonly Label[],
): readonly Finding[] {
  return written.flatMap(({ place, labels: given = [] }) =>
    given
      .filter(
        ({ label, probability }) => labels.includes(label) && probability >= LEAST_PROBABILITY,
      )
      .map(({ label, probability }) => ({
        place,
        message: say(
          `分类模型给这段文字的标签是 ${label}，概率 ${probability.toFixed(2)}。`,
          `The classifier labels this text ${label} with probability ${probability.toFixed(2)}.`,
        ),
        measured: probability.toFixed(2),
        limit: `< ${LEAST_PROBABILITY}`,
      })),
  )
}

/** What an example needs of a material whose words are all that counts. */
const BARE = {
  name: 'article',
  kind: 'article',
  title: null,
  blocks: [],
  channel: null,
  publishedAt: null,
  auditedAt: 0,
  cover: null,
  postRoll: null,
} as const
