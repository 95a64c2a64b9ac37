/** Pornographic, gory, false or unlawful content in words and pictures: what is listed is sure, the rest asks a person. */

import type { Finding, SeenPicture } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { tellLabels } from '../../src/material/word-rule.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { seenPictureWith, seenWord, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const HARMFUL = ['porn', 'hentai', 'gore']
/** Ours: a hint of a model, never a verdict. */
const LEAST_SCORE = 0.7

export const harmfulContent = defineRule({
  id: 'content/harmful-content',
  clause: 'baijiahao-2019/6.d',
  severity: 'block',
  title: say(
    '疑似色情低俗、血腥、虚假或违法内容',
    'It may be pornographic, gory, false or unlawful',
  ),
  why: say('条款要求任何形式的内容都避免这些情况。', 'The clause bars it in any form.'),
  fix: say('请删除相关内容。', 'Remove the passage or the picture.'),
  needs: ['written', 'pictures'],
  examples: [
    {
      name: say('词库要求拦截的词', 'a word listed to be stopped'),
      seen: {
        written: [
          seenWriting('body', '网络赌博平台', {
            words: [{ ...seenWord('lexicon', '网络赌博平台', '网络赌博平台'), level: 'block' }],
          }),
        ],
        pictures: [],
      },
      expect: 'violation',
    },
    {
      name: say('图片模型打分高', 'a picture scores high'),
      seen: {
        written: [],
        pictures: [seenPictureWith({ classes: [{ name: 'Porn', score: 0.9 }] })],
      },
      expect: 'undetermined',
    },
    {
      name: say('普通图文', 'ordinary text and picture'),
      seen: {
        written: [seenWriting('body', '番茄')],
        pictures: [seenPictureWith({ classes: [{ name: 'Porn', score: 0.02 }] })],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written, pictures }) {
    const hits = wordsOf(written, ['lexicon'])
    const tell = (level: string) =>
      tellWords(
        hits.filter((hit) => hit.level === level),
        (matched) => say(`“${matched}”在词库中。`, `“${matched}” is listed.`),
      )
    return weigh(
      tell('block'),
      [
        ...tell('review'),
        ...tellLabels(written, [20002, 20003, 20006, 20008, 20012]),
        ...pictures.flatMap(tellClasses),
      ],
      say('这些内容可以发布吗？', 'May this be published?'),
    )
  },
})

function tellClasses({ name, classes = [] }: SeenPicture): readonly Finding[] {
  return classes
    .filter((one) => HARMFUL.includes(one.name.toLowerCase()) && one.score >= LEAST_SCORE)
    .map((one) => ({
      place: { kind: 'picture' as const, picture: name },
      message: say(
        `图片模型给“${one.name}”打了高分。`,
        `The picture model scores “${one.name}” high.`,
      ),
      measured: one.score.toFixed(2),
      limit: `< ${LEAST_SCORE}`,
    }))
}
