/** A title that is only, or mostly, in a foreign language. */

import { inapplicable } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { titleOf } from '../../src/material/writing.ts'
import { seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Share of Chinese letters below which a person looks. Ours. */
const LEAST_HAN = 0.3

export const foreignTitle = defineRule({
  id: 'title/foreign-title',
  clause: 'baijiahao-2019/4.f',
  severity: 'block',
  title: say('标题是外文', 'The title is in a foreign language'),
  why: say('条款要求避免纯外文、难理解外文。', 'The clause wants no title that is only foreign.'),
  fix: say('请用中文写标题，专有名词可以保留。', 'Write the title in Chinese; names may stay.'),
  needs: ['written'],
  examples: [
    {
      name: say('纯外文', 'foreign only'),
      seen: {
        written: [seenWriting('title', 'How to grow tomatoes', { hanShare: 0, foreignShare: 1 })],
      },
      expect: 'violation',
    },
    {
      name: say('大半外文', 'mostly foreign'),
      seen: {
        written: [
          seenWriting('title', 'Python asyncio 入门', { hanShare: 0.15, foreignShare: 0.85 }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('夹一个品牌名', 'a brand inside'),
      seen: {
        written: [
          seenWriting('title', '用 Python 记录番茄的生长', { hanShare: 0.6, foreignShare: 0.4 }),
        ],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const title = titleOf(written)
    if (title === undefined || title.hanShare + title.foreignShare === 0) return inapplicable
    const finding = {
      place: title.place,
      message: say('标题里的中文太少。', 'There is too little Chinese in the title.'),
      measured: `${Math.round(title.hanShare * 100)} %`,
      limit: `≥ ${LEAST_HAN * 100} %`,
    }
    return weigh(
      title.hanShare === 0 ? [finding] : [],
      title.hanShare < LEAST_HAN ? [finding] : [],
      say('读者看得懂这个标题吗？', 'Can readers make sense of this title?'),
    )
  },
})
