/** A title that is a row of short phrases, or that a model finds not fluent. */

import { inapplicable } from '@fangxing/contract'
import { tellBelow } from '../../src/material/opinions.ts'
import { weigh } from '../../src/material/weigh.ts'
import { titleOf } from '../../src/material/writing.ts'
import { seenOpinion, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Short pieces that make a pile. Ours. */
const LEAST_PIECES = 4
const FLUENT = 0.5

export const phrasePile = defineRule({
  id: 'title/phrase-pile',
  clause: 'baijiahao-2019/8.9.2',
  severity: 'review',
  title: say('标题是短语堆砌或不通顺', 'The title is a pile of phrases or not fluent'),
  why: say(
    '条款把多短语拼接、语病列为标题的明显错误。',
    'The clause names piled phrases and faulty grammar as plain errors.',
  ),
  fix: say('请写成一句通顺的话。', 'Write one fluent sentence.'),
  needs: ['written', 'opinions'],
  examples: [
    {
      name: say('短语堆砌', 'a pile'),
      seen: {
        written: [
          seenWriting('title', '番茄 种植 阳台 教程 新手', {
            pieces: { count: 5, short: 5, longest: 2 },
          }),
        ],
        opinions: [],
      },
      expect: 'undetermined',
    },
    {
      name: say('模型认为不通顺', 'a model finds it not fluent'),
      seen: {
        written: [seenWriting('title', '番茄的种我')],
        opinions: [seenOpinion('grammar', 0.1)],
      },
      expect: 'undetermined',
    },
    {
      name: say('两个短语', 'two phrases'),
      seen: {
        written: [
          seenWriting('title', '阳台种番茄，三个要点', {
            pieces: { count: 2, short: 2, longest: 5 },
          }),
        ],
        opinions: [],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written, opinions }) {
    const title = titleOf(written)
    if (title === undefined) return inapplicable
    const { count, short } = title.pieces
    const isPile = count >= LEAST_PIECES && short >= LEAST_PIECES
    return weigh(
      [],
      [
        ...(isPile
          ? [
              {
                place: title.place,
                message: say(
                  '标题由许多短语拼成。',
                  'The title is put together from short phrases.',
                ),
                measured: `${count}`,
                limit: `< ${LEAST_PIECES}`,
              },
            ]
          : []),
        ...tellBelow(opinions, 'grammar', FLUENT),
      ],
      say('这个标题通顺吗？', 'Is this title fluent?'),
    )
  },
})
