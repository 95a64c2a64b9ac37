/** Ghosting: no measure of ours tells it, so a model or a person looks. */

import { inapplicable, undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { seenOpinion, seenVideo } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

export const ghosting = defineRule({
  id: 'imagery/ghosting',
  clause: 'baijiahao-2019/5.d',
  severity: 'review',
  title: say('画面可能有拖影', 'There may be ghosting'),
  why: say(
    '条款不允许拖影；没有可靠的测法。',
    'The clause bars ghosting; there is no reliable measure.',
  ),
  fix: say('请换用合格的画面。', 'Use a picture that passes.'),
  needs: ['clips', 'opinions'],
  examples: [
    {
      name: say('引擎认为有问题', 'an engine sees a fault'),
      seen: { clips: [seenVideo()], opinions: [seenOpinion('no-ghosting', 0.1, 'picture-1')] },
      expect: 'undetermined',
    },
    {
      name: say('引擎认为没有问题', 'an engine sees none'),
      seen: { clips: [seenVideo()], opinions: [seenOpinion('no-ghosting', 0.9, 'picture-1')] },
      expect: 'pass',
    },
    {
      name: say('没有引擎回答', 'no engine answers'),
      seen: { clips: [seenVideo()], opinions: [] },
      expect: 'undetermined',
    },
    {
      name: say('没有可看的', 'nothing to look at'),
      seen: { clips: [], opinions: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ clips, opinions }) {
    if (clips.length === 0) return inapplicable
    const answers = opinions.filter(({ question }) => question === 'no-ghosting')
    if (answers.length === 0) {
      return undetermined(
        say('没有引擎能回答，需要人来看。', 'No engine answers this here, so a person looks.'),
      )
    }
    return undeterminedOrPass(
      tellBelow(answers, 'no-ghosting', LEAST),
      say('画面有拖影吗？', 'Is there ghosting?'),
    )
  },
})
