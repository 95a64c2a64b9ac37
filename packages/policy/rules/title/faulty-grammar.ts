/** Grammar is for a model or a person; without a model a person reads the title. */

import { inapplicable, undetermined, undeterminedOrPass } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { titleOf } from '../../src/material/writing.ts'
import { seenOpinion, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const FLUENT = 0.5

export const faultyGrammar = defineRule({
  id: 'title/faulty-grammar',
  clause: 'baijiahao-2019/4.e',
  severity: 'advise',
  title: say('标题可能有语病', 'The grammar of the title may be faulty'),
  why: say('条款要求避免存在语病。', 'The clause wants no faulty grammar.'),
  fix: say('请通读并改写标题。', 'Read the title aloud and reword it.'),
  needs: ['written', 'opinions'],
  examples: [
    {
      name: say('模型认为有语病', 'a model says so'),
      seen: {
        written: [seenWriting('title', '通过这次活动使我们')],
        opinions: [seenOpinion('grammar', 0.2)],
      },
      expect: 'undetermined',
    },
    {
      name: say('模型认为通顺', 'a model finds it fluent'),
      seen: { written: [seenWriting('title', '种番茄')], opinions: [seenOpinion('grammar', 0.9)] },
      expect: 'pass',
    },
    {
      name: say('没有模型', 'no model'),
      seen: { written: [seenWriting('title', '种番茄')], opinions: [] },
      expect: 'undetermined',
    },
  ],

  evaluate({ written, opinions }) {
    if (titleOf(written) === undefined) return inapplicable
    const thought = opinions.filter(({ question }) => question === 'grammar')
    if (thought.length === 0) {
      return undetermined(
        say(
          '没有判断语病的模型，需要人读一遍。',
          'No model judges grammar here, so a person reads it.',
        ),
      )
    }
    return undeterminedOrPass(
      tellBelow(thought, 'grammar', FLUENT),
      say('标题有语病吗？', 'Is the grammar of the title faulty?'),
    )
  },
})
