/**
 * The channel that the author declares. A name that is not listed asks a person, and so does a
 * material with which nothing was declared: its form was not handed in.
 */

import { pass, undetermined, violationOrPass } from '@fangxing/contract'
import { seenMaterial } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** The 27 first-level channels of the platform's submission interface, as of April 2020. */
const CHANNELS: readonly string[] =
  '财经 宠物 动漫 搞笑 国际 家居 健康养生 教育 军事 科技 数码 科学 历史 旅游 美食 母婴育儿 汽车 情感 社会 时尚 时事 体育 文化 星座运势 音乐 游戏 娱乐'.split(
    ' ',
  )

export const channel = defineRule({
  id: 'content/channel',
  clause: 'baijiahao-2019/6.b',
  severity: 'review',
  title: say('没有明确的分类、频道', 'No clear category or channel'),
  why: say('条款要求有明确的分类、频道。', 'The clause wants a clear category and channel.'),
  fix: say('请选择一个频道。', 'Choose a channel.'),
  needs: ['material'],
  examples: [
    {
      name: say('没有频道', 'no channel'),
      seen: { material: seenMaterial({ channel: null }) },
      expect: 'violation',
    },
    {
      name: say('只交来一个页面', 'only a page was handed in'),
      seen: { material: seenMaterial({ channel: null, publishedAt: null }) },
      expect: 'undetermined',
    },
    {
      name: say('不在表里的频道', 'a channel that is not listed'),
      seen: { material: seenMaterial({ channel: { first: '效率', second: null } }) },
      expect: 'undetermined',
    },
    { name: say('家居', 'home'), seen: { material: seenMaterial() }, expect: 'pass' },
  ],

  evaluate({ material }) {
    const { channel, name, publishedAt } = material
    const place = { kind: 'submission', field: 'channel' } as const
    if (channel === null && publishedAt === null) return undetermined(NOTHING_DECLARED)
    if (channel === null) {
      return violationOrPass([
        {
          place,
          message: say(`素材“${name}”没有频道。`, `The material “${name}” has no channel.`),
          measured: '—',
        },
      ])
    }
    return CHANNELS.includes(channel.first)
      ? pass
      : undetermined(
          say('这个频道不在公布的表里。', 'This channel is not in the published table.'),
          [
            {
              place,
              message: say('频道名称不在表里。', 'The channel is not listed.'),
              measured: channel.first,
            },
          ],
        )
  },
})

const NOTHING_DECLARED = say(
  '没有随素材声明频道和发布时间，归在哪个频道？',
  'Neither a channel nor a date was declared with it. Which channel is it for?',
)
