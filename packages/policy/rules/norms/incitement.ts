/** Inciting or organising offences: a label points, a person decides. */

import { defineLabelRule } from '../../src/material/label-rule.ts'
import { seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const incitement = defineLabelRule({
  id: 'norms/incitement',
  clause: 'baijiahao-2019/8.1.3',
  severity: 'review',
  title: say('疑似教唆、组织违法活动', 'It may be an incitement to offences'),
  why: say(
    '条款不允许教唆、组织违法活动；机器只负责提示，由人决定。',
    'The clause bars it; a machine only points, a person decides.',
  ),
  fix: say('请对照条款修改或删除。', 'Hold it against the clause, then change or remove it.'),
  labels: [20006],
  question: say('这段内容是否教唆、组织违法活动？', 'Does this incite or organise offences?'),
  examples: [
    {
      name: say('分类模型提示违法', 'the classifier says crime'),
      written: [seenWriting('body', '……', { labels: [{ label: 20006, probability: 0.7 }] })],
      expect: 'undetermined',
    },
    {
      name: say('没有提示', 'nothing pointed at'),
      written: [
        seenWriting('body', '番茄要多晒太阳。', { labels: [{ label: 100, probability: 0.9 }] }),
      ],
      expect: 'pass',
    },
    {
      name: say('没有分类模型', 'no classifier'),
      written: [seenWriting('body', '番茄要多晒太阳。')],
      expect: 'undetermined',
    },
  ],
})
