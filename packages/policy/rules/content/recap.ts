/** A large share of the body looks back at other issues. */

import { inapplicable, type MaterialFacts } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { bodyOf, tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenMaterial, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours: the book says “large”. */
const MOST_SHARE = 0.3

export const recap = defineRule({
  id: 'content/recap',
  clause: 'baijiahao-2019/8.13.2',
  severity: 'review',
  title: say('往期回顾占比过大', 'A large share of past issues'),
  why: say('条款不允许往期内容回顾占较大篇幅。', 'The clause bars a large share of past issues.'),
  fix: say('请减少往期回顾。', 'Cut the look back.'),
  needs: ['material', 'written'],
  examples: [
    {
      name: say('后半篇都是往期', 'the second half looks back'),
      seen: {
        material: withBlocks(
          '番茄要多晒太阳。',
          '往期回顾',
          '黄瓜怎么种得又多又好',
          '辣椒怎么种得又多又好',
        ),
        written: [
          bodyWith(
            'recap',
            '番茄要多晒太阳。\n往期回顾\n黄瓜怎么种得又多又好\n辣椒怎么种得又多又好',
            '往期回顾',
          ),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('文末一行往期', 'one line at the end'),
      seen: {
        material: withBlocks(
          '番茄要多晒太阳。浇水少而透，三天一次就够了，叶子发黄就是浇多了。',
          '往期回顾',
          '黄瓜',
        ),
        written: [
          bodyWith(
            'recap',
            '番茄要多晒太阳。浇水少而透，三天一次就够了，叶子发黄就是浇多了。\n往期回顾\n黄瓜',
            '往期回顾',
          ),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('没有往期', 'none'),
      seen: { material: withBlocks('番茄'), written: [seenWriting('body', '番茄')] },
      expect: 'pass',
    },
  ],

  evaluate({ material, written }) {
    const body = bodyOf(written)
    if (body === undefined || body.length === 0) return inapplicable
    const hits = wordsOf([body], ['recap'])
    const first = hits[0]?.place
    const from = first?.kind === 'text' ? first.start : body.text.length
    const share = lengthAfter(material, from) / body.text.length
    return weigh(
      [],
      share > MOST_SHARE
        ? tellWords(hits, (matched) =>
            say(
              `“${matched}”之后的内容占了 ${Math.round(share * 100)}%。`,
              `What follows “${matched}” takes ${Math.round(share * 100)} %.`,
            ),
          )
        : [],
      say('往期回顾的篇幅是不是太大？', 'Does the look back take too much?'),
    )
  },
})

/** Characters of the short blocks that follow the words that look back: lines of a list. */
function lengthAfter({ blocks }: MaterialFacts, from: number): number {
  return blocks
    .filter(({ start, text }) => start >= from && text.length <= LONGEST_LINE)
    .reduce((sum, { text }) => sum + text.length, 0)
}

/** Longer than that is prose. */
const LONGEST_LINE = 40

function withBlocks(...texts: readonly string[]): MaterialFacts {
  let start = 0
  const blocks = texts.map((text) => {
    const block = { kind: 'paragraph' as const, text, start, ref: null }
    start += text.length + 1
    return block
  })
  return seenMaterial({ blocks })
}
