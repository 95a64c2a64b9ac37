/**
 * Rules on rumours: a subject that rumours like, told the way rumours are told.
 *
 * Whether it is true only a person can find out, so the strongest answer is a question. The innocent
 * neighbour is the same subject in an ordinary report.
 */

import type { Wording } from '@fangxing/contract'
import { bodyWith } from '../material-examples.ts'
import type { Rule } from '../rule.ts'
import { say } from '../say.ts'
import type { VocabularyName } from '../vocabularies/vocabularies.ts'
import { defineWordRule } from './word-rule.ts'

interface RumourRule extends Pick<Rule, 'id' | 'clause'> {
  /** What the rumour is about; in English with its preposition: “of a disaster”. */
  readonly about: Wording
  readonly words: VocabularyName
  /** A text that urges to pass it on, the word in it, and the words that urge. */
  readonly rumour: { readonly text: string; readonly word: string; readonly urge: string }
  /** An ordinary report with a word of the same vocabulary. */
  readonly report: { readonly text: string; readonly word: string }
}

export function defineRumourRule({ id, clause, about, words, rumour, report }: RumourRule): Rule {
  return defineWordRule({
    id,
    clause,
    severity: 'review',
    title: say(`疑似${about.zh}的谣言`, `It may be a rumour ${about.en}`),
    why: say(
      `条款把${about.zh}的谣言列为不通过的内容；是否属实只有人能查证。`,
      `The clause refuses a rumour ${about.en}; whether it is true only a person can find out.`,
    ),
    fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
    words: [words],
    doubtful: ['rumourStyle'],
    question: say('这条消息有可靠来源吗？', 'Does this have a reliable source?'),
    message: (matched) =>
      say(
        `“${matched}”与催促转发的说法同时出现。`,
        `“${matched}” stands beside words that urge to pass it on.`,
      ),
    examples: [
      {
        name: say('与催促转发同时出现', 'beside an urge to pass it on'),
        written: [
          bodyWith(words, rumour.text, rumour.word),
          bodyWith('rumourStyle', rumour.text, rumour.urge),
        ],
        expect: 'undetermined',
      },
      {
        name: say('普通报道', 'an ordinary report'),
        written: [bodyWith(words, report.text, report.word)],
        expect: 'pass',
      },
    ],
  })
}
