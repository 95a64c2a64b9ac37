/** A collection without prose of its own: repeated sentences, or mostly what stands elsewhere. */

import { inapplicable } from '@fangxing/contract'
import { tellResemblance } from '../../src/material/resemblance.ts'
import { weigh } from '../../src/material/weigh.ts'
import { bodyOf, tellRange } from '../../src/material/writing.ts'
import { seenResemblance, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours. */
const LEAST_TIMES = 3
const LEAST_SOURCES = 2
/** Share of the text that stands in another document. Ours. */
const LEAST_SHARE = 0.3

export const collection = defineRule({
  id: 'content/collection',
  clause: 'baijiahao-2019/6.a',
  severity: 'review',
  title: say('疑似无意义聚合', 'It may be a meaningless collection'),
  why: say('条款不允许无意义聚合类文章。', 'The clause bars meaningless collections.'),
  fix: say('请写出自己的内容。', 'Write something of your own.'),
  needs: ['written', 'resemblances'],
  examples: [
    {
      name: say('整句反复', 'whole sentences again and again'),
      seen: {
        written: [
          seenWriting('body', '番茄好吃又好种。番茄好吃又好种。番茄好吃又好种。', {
            repeated: [
              {
                text: '番茄好吃又好种。',
                places: [
                  { start: 0, end: 8 },
                  { start: 8, end: 16 },
                  { start: 16, end: 24 },
                ],
              },
            ],
          }),
        ],
        resemblances: [],
      },
      expect: 'undetermined',
    },
    {
      name: say('与两篇别的文章重合', 'it shares text with two others'),
      seen: {
        written: [seenWriting('body', '……')],
        resemblances: [
          seenResemblance({ document: 'a', similarity: 0.5, sharedText: 0.4 }),
          seenResemblance({ document: 'b', similarity: 0.5, sharedText: 0.4 }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('普通文章', 'an ordinary article'),
      seen: { written: [seenWriting('body', '番茄要多晒太阳。')], resemblances: [] },
      expect: 'pass',
    },
  ],

  evaluate({ written, resemblances }) {
    const body = bodyOf(written)
    if (body === undefined) return inapplicable
    const repeated = body.repeated
      .filter(({ places }) => places.length >= LEAST_TIMES)
      .flatMap(({ places }) => places.slice(1))
      .map((range) =>
        tellRange(body, range, say('这句话在文中反复出现。', 'This sentence stands here again.')),
      )
    const alike = resemblances.filter(({ sharedText }) => sharedText >= LEAST_SHARE)
    return weigh(
      [],
      [...repeated, ...(alike.length >= LEAST_SOURCES ? alike.map(tellResemblance) : [])],
      say('这篇文章有自己的内容吗？', 'Has this article anything of its own?'),
    )
  },
})
