/** Borrowed authority: words, or what an engine thinks of the look. */

import { tellFrom } from '../../src/material/opinions.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenOpinion, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST = 0.5

export const officialLook = defineRule({
  id: 'advertising/official-look',
  clause: 'baijiahao-2019/2.3.c',
  severity: 'review',
  title: say('疑似仿官方场景误导', 'It may pass for official'),
  why: say('条款不允许仿官方场景误导。', 'The clause bars what misleads into a click.'),
  fix: say('请去掉让人误会的样式。', 'Remove what misleads.'),
  needs: ['written', 'opinions'],
  examples: [
    {
      name: say('点名的词', 'such words'),
      seen: { written: [bodyWith('official', '系统提示：您的账号异常', '系统提示')], opinions: [] },
      expect: 'undetermined',
    },
    {
      name: say('引擎认为像', 'an engine thinks so'),
      seen: { written: [], opinions: [seenOpinion('looks-official', 0.8, 'screen')] },
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
        ...tellWords(wordsOf(written, ['official']), (matched) =>
          say(`出现“${matched}”。`, `“${matched}” occurs.`),
        ),
        ...tellFrom(opinions, 'looks-official', LEAST),
      ],
      say('这会让用户误会吗？', 'Does this mislead users?'),
    )
  },
})
