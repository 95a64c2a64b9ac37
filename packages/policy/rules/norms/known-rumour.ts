/** The material is like a rumour that is known, or asks to be passed on as rumours do. */

import type { Resemblance } from '@fangxing/contract'
import { tellResemblance } from '../../src/material/resemblance.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenResemblance, seenWriting } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const RUMOURS = 'rumours'

export const knownRumour = defineRule({
  id: 'norms/known-rumour',
  clause: 'baijiahao-2019/8.2.1',
  severity: 'review',
  title: say('与已知谣言相近，或带有谣言的口吻', 'It is like a known rumour, or sounds like one'),
  why: say(
    '条款不允许捏造、传播无事实根据的言论；是否属实只有人能查证。',
    'The clause bars words without a basis in fact; only a person can find out.',
  ),
  fix: say('请给出可查证的来源，否则删除。', 'Name a source that can be checked, or remove it.'),
  needs: ['written', 'resemblances', 'profile'],
  examples: [
    {
      name: say('与谣言库相近', 'like one in the collection'),
      seen: {
        written: [seenWriting('body', '吃了就会中毒的十种水果。')],
        resemblances: [seenResemblance({ corpus: RUMOURS, similarity: 0.6 })],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('长文里夹着一段', 'a passage of one in a long text'),
      seen: {
        written: [seenWriting('body', '……')],
        resemblances: [
          seenResemblance({
            ...{ corpus: RUMOURS, similarity: 0.02, sharedText: 0.05 },
            passage: { start: 0, end: 80, text: '……' },
          }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('催促转发', 'an urge to pass it on'),
      seen: {
        written: [bodyWith('rumourStyle', '看完赶紧告诉家人！', '看完赶紧告诉')],
        resemblances: [],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('与自己的旧文相近', 'like an article of one’s own'),
      seen: {
        written: [seenWriting('body', '番茄要多晒太阳。')],
        resemblances: [seenResemblance({ corpus: 'own' })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
  ],

  evaluate({ written, resemblances, profile }) {
    const known = resemblances.filter((one) => isKnown(one, profile.similarity.alike))
    return weigh(
      [],
      [
        ...known.map(tellResemblance),
        ...tellWords(wordsOf(written, ['rumourStyle']), (matched) =>
          say(`“${matched}”是谣言常用的口吻。`, `“${matched}” is how rumours speak.`),
        ),
      ],
      say('这条消息有可靠来源吗？', 'Does this have a reliable source?'),
    )
  },
})

/** Some sentences of a rumour in a long text are the rumour all the same. */
const LEAST_PASSAGE = 60

function isKnown({ corpus, similarity, passage }: Resemblance, least: number): boolean {
  const isQuoted = passage.end - passage.start >= LEAST_PASSAGE
  return corpus === RUMOURS && (similarity >= least || isQuoted)
}
