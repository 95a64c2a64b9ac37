/** Whether the subject is whole and can be made out: a model or a person looks. */

import { inapplicable, undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { seenOpinion, seenPictureWith } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

export const unclearSubject = defineRule({
  id: 'imagery/unclear-subject',
  clause: 'baijiahao-2019/5.h',
  severity: 'review',
  title: say('主体可能不完整或无法识别', 'The subject may be cut or unclear'),
  why: say('条款要求主体可识别、完整明确。', 'The clause wants the subject whole and clear.'),
  fix: say('请换用合格的画面。', 'Use a picture that passes.'),
  needs: ['pictures', 'opinions'],
  examples: [
    {
      name: say('引擎认为有问题', 'an engine sees a fault'),
      seen: {
        pictures: [seenPictureWith()],
        opinions: [seenOpinion('subject-is-whole', 0.1, 'picture-1')],
      },
      expect: 'undetermined',
    },
    {
      name: say('引擎认为没有问题', 'an engine sees none'),
      seen: {
        pictures: [seenPictureWith()],
        opinions: [seenOpinion('subject-is-whole', 0.9, 'picture-1')],
      },
      expect: 'pass',
    },
    {
      name: say('没有引擎回答', 'no engine answers'),
      seen: { pictures: [seenPictureWith()], opinions: [] },
      expect: 'undetermined',
    },
    {
      name: say('没有可看的', 'nothing to look at'),
      seen: { pictures: [], opinions: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ pictures, opinions }) {
    if (pictures.length === 0) return inapplicable
    const answers = opinions.filter(({ question }) => question === 'subject-is-whole')
    if (answers.length === 0) {
      return undetermined(
        say('没有引擎能回答，需要人来看。', 'No engine answers this here, so a person looks.'),
      )
    }
    return undeterminedOrPass(
      tellBelow(answers, 'subject-is-whole', LEAST),
      say('主体完整、看得清吗？', 'Is the subject whole and clear?'),
    )
  },
})
