/** A title that is all foreign or all in traditional characters. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { titleOf } from '../../src/material/writing.ts'
import { seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const foreignOrTraditional = defineRule({
  id: 'title/foreign-or-traditional',
  clause: 'baijiahao-2019/8.9.3',
  severity: 'block',
  title: say('标题全部为外文或繁体字', 'The title is all foreign or all traditional'),
  why: say(
    '条款不允许标题全部为英文、外文、繁体字。',
    'The clause bars a title that is all English, foreign or traditional.',
  ),
  fix: say('请用简体中文写标题。', 'Write the title in simplified Chinese.'),
  needs: ['written'],
  examples: [
    {
      name: say('全是英文', 'all English'),
      seen: {
        written: [seenWriting('title', 'Tomatoes at home', { hanShare: 0, foreignShare: 1 })],
      },
      expect: 'violation',
    },
    {
      name: say('全是繁体', 'all traditional'),
      seen: { written: [seenWriting('title', '陽臺種番茄', { traditionalShare: 1 })] },
      expect: 'violation',
    },
    {
      name: say('夹一个繁体字', 'one traditional character'),
      seen: { written: [seenWriting('title', '阳台種番茄', { traditionalShare: 0.5 })] },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const title = titleOf(written)
    if (title === undefined || title.hanShare + title.foreignShare === 0) return inapplicable
    const isForeign = title.hanShare === 0
    return violationOrPass(
      isForeign || title.traditionalShare === 1
        ? [
            {
              place: title.place,
              message: isForeign
                ? say('标题里没有一个汉字。', 'There is not one Chinese character in the title.')
                : say(
                    '标题里能简化的字全是繁体。',
                    'Every character that could be simplified is traditional.',
                  ),
              measured: title.text,
            },
          ]
        : [],
    )
  },
})
