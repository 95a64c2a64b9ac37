/** A message that nobody sent: words, or what an engine thinks of the look. */

import { tellFrom } from '../../src/material/opinions.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenOpinion, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

export const falseNotice = defineRule({
  id: 'advertising/false-notice',
  clause: 'baijiahao-2019/2.3.d',
  severity: 'review',
  title: say('疑似通知误导', 'It may pass for a notification'),
  why: say('条款不允许通知误导。', 'The clause bars what misleads into a click.'),
  fix: say('请去掉让人误会的样式。', 'Remove what misleads.'),
  needs: ['written', 'opinions'],
  examples: [
    {
      name: say('点名的词', 'such words'),
      seen: {
        written: [bodyWith('notices', '您有1条新消息，点击查看', '您有1条新消息')],
        opinions: [],
      },
      expect: 'undetermined',
    },
    {
      name: say('引擎认为像', 'an engine thinks so'),
      seen: { written: [], opinions: [seenOpinion('looks-like-notice', 0.8, 'screen')] },
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      seen: { written: [seenWriting('body', '番茄要多晒太阳。')], opinions: [] },
      expect: 'pass',
    },
  ],

  evaluate({ written, opinions }) {
    return weigh(
      [],
      [
        ...tellWords(wordsOf(written, ['notices']), (matched) =>
          say(`出现“${matched}”。`, `“${matched}” occurs.`),
        ),
        ...tellFrom(opinions, 'looks-like-notice', LEAST),
      ],
      say('这会让用户误会吗？', 'Does this mislead users?'),
    )
  },
})
