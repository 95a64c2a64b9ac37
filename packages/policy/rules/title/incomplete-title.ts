/** A title that is empty, very short, or breaks off. */

import { inapplicable } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { titleOf } from '../../src/material/writing.ts'
import { seenMaterial, seenWriting } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ends in a conjunction, an open quote, a comma, dots. */
const BROKEN = ['connective', 'openQuote', 'comma', 'ellipsis']

export const incompleteTitle = defineRule({
  id: 'title/incomplete-title',
  clause: 'baijiahao-2019/8.9.1',
  severity: 'review',
  title: say('标题空白或不完整', 'The title is empty or incomplete'),
  why: say(
    '条款把标题空白或不完整列为明显错误。',
    'The clause names an empty or incomplete title as a plain error.',
  ),
  fix: say('请把标题写完整。', 'Write the title out.'),
  needs: ['material', 'written', 'profile'],
  examples: [
    {
      name: say('空标题', 'an empty title'),
      seen: {
        material: seenMaterial({ title: '' }),
        written: [seenWriting('title', '')],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('以连词结尾', 'it ends in a conjunction'),
      seen: {
        material: seenMaterial(),
        written: [seenWriting('title', '阳台种番茄的方法以及', { ending: 'connective' })],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('太短', 'too short'),
      seen: {
        material: seenMaterial(),
        written: [seenWriting('title', '番茄', { length: 2 })],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('完整的标题', 'a whole title'),
      seen: {
        material: seenMaterial(),
        written: [seenWriting('title', '阳台种番茄的三个要点')],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
  ],

  evaluate({ material, written, profile }) {
    if (material.kind === 'ugc') return inapplicable
    const title = titleOf(written)
    const length = title?.length ?? 0
    const place = title?.place ?? { kind: 'text', field: 'title', start: 0, end: 0 }
    const isOpen = title !== undefined && BROKEN.includes(title.ending)
    return weigh(
      length === 0
        ? [{ place, message: say('标题是空的。', 'The title is empty.'), measured: '0' }]
        : [],
      [
        ...(length < profile.title.least
          ? [
              {
                place,
                message: say('标题太短。', 'The title is too short.'),
                measured: `${length}`,
                limit: `≥ ${profile.title.least}`,
              },
            ]
          : []),
        ...(isOpen
          ? [
              {
                place,
                message: say('标题像是没有写完。', 'The title seems to break off.'),
                measured: title.ending,
              },
            ]
          : []),
      ],
      say('这个标题完整吗？', 'Is this title complete?'),
    )
  },
})
