/** Garbage and likely typos in the title; a typo is a suggestion, so a person decides. */

import { inapplicable } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { tellRange, titleOf } from '../../src/material/writing.ts'
import { seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const garbledTitle = defineRule({
  id: 'title/garbled-title',
  clause: 'baijiahao-2019/4.d',
  severity: 'block',
  title: say('标题有乱码或疑似错字', 'The title has garbage or a likely typo'),
  why: say(
    '标题不能出现错、漏、多字和乱码符号。',
    'A title has no wrong, missing or extra characters and no garbage.',
  ),
  fix: say('请改正标题。', 'Correct the title.'),
  needs: ['written'],
  examples: [
    {
      name: say('乱码', 'garbage'),
      seen: {
        written: [
          seenWriting('title', '阳台种锟斤拷番茄', {
            garbling: [{ kind: 'wrongGbk', start: 3, end: 6 }],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('疑似错字', 'a likely typo'),
      seen: {
        written: [
          seenWriting('title', '阳台种番加', { typos: [{ start: 3, end: 5, suggestion: '番茄' }] }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('正文里的乱码不归这条管', 'garbage in the body is not this rule’s'),
      seen: {
        written: [
          seenWriting('title', '种番茄'),
          seenWriting('body', '锟斤拷', { garbling: [{ kind: 'wrongGbk', start: 0, end: 3 }] }),
        ],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const title = titleOf(written)
    if (title === undefined) return inapplicable
    const garbage = title.garbling.map((range) =>
      tellRange(title, range, say('这里是乱码。', 'This is garbage.')),
    )
    const typos = title.typos.map((range) =>
      tellRange(
        title,
        range,
        say(`这里可能应为“${range.suggestion}”。`, `This may have to read “${range.suggestion}”.`),
      ),
    )
    return weigh(garbage, typos, say('这些是错字吗？', 'Are these typos?'))
  },
})
