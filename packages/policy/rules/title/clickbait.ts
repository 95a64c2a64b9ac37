/** Cues of clickbait in the title: several are sure, one asks a person. */

import { inapplicable } from '@fangxing/contract'
import { tellFrom } from '../../src/material/opinions.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellRange, titleOf } from '../../src/material/writing.ts'
import { seenOpinion, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Different habits in one title that leave no doubt. Ours. */
const SURE_KINDS = 2
/** Ours. */
const LEAST_OPINION = 0.6

export const clickbait = defineRule({
  id: 'title/clickbait',
  clause: 'baijiahao-2019/4.c',
  severity: 'review',
  title: say('标题党', 'Clickbait'),
  why: say('条款要求避免标题党、低俗内容。', 'The clause wants neither clickbait nor vulgarity.'),
  fix: say('请在标题里直接说出事情本身。', 'Say in the title what it is about.'),
  needs: ['written', 'opinions'],
  examples: [
    {
      name: say('两种以上的套路', 'two habits at once'),
      seen: {
        written: [
          seenWriting('title', '震惊！原因竟是这个', {
            clickbait: [
              { cue: 'shock', start: 0, end: 2 },
              { cue: 'withheld', start: 3, end: 6 },
            ],
          }),
        ],
        opinions: [],
      },
      expect: 'violation',
    },
    {
      name: say('一种套路', 'one habit'),
      seen: {
        written: [
          seenWriting('title', '你知道吗？番茄要晒太阳', {
            clickbait: [{ cue: 'question', start: 0, end: 4 }],
          }),
        ],
        opinions: [],
      },
      expect: 'undetermined',
    },
    {
      name: say('模型认为是标题党', 'a model says so'),
      seen: {
        written: [seenWriting('title', '他回家后愣住了')],
        opinions: [seenOpinion('clickbait', 0.9)],
      },
      expect: 'undetermined',
    },
    {
      name: say('平实的标题', 'a plain title'),
      seen: { written: [seenWriting('title', '阳台种番茄的三个要点')], opinions: [] },
      expect: 'pass',
    },
  ],

  evaluate({ written, opinions }) {
    const title = titleOf(written)
    if (title === undefined) return inapplicable
    const cues = title.clickbait.map((range) =>
      tellRange(title, range, say('这是标题党常用的说法。', 'Clickbait speaks like this.')),
    )
    const kinds = new Set(title.clickbait.map(({ cue }) => cue)).size
    const thought = tellFrom(opinions, 'clickbait', LEAST_OPINION)
    return weigh(
      kinds >= SURE_KINDS ? cues : [],
      [...cues, ...thought],
      say('这个标题是不是标题党？', 'Is this title clickbait?'),
    )
  },
})
