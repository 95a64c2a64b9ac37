/**
 * Against the principles of the constitution: nothing here decides it.
 *
 * The classifier's label for politics leads a person to the place. Whoever runs an instance may add
 * terms with that label; this repository ships none.
 */

import { defineLabelRule } from '../../src/material/label-rule.ts'
import { seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const constitution = defineLabelRule({
  id: 'norms/constitution',
  clause: 'baijiahao-2019/8.1.1',
  severity: 'review',
  title: say('疑似违反宪法确定的基本原则', 'It may be against the principles of the constitution'),
  why: say(
    '条款不允许反对宪法确定的基本原则；机器只负责提示，由人决定。',
    'The clause bars it; a machine only points, a person decides.',
  ),
  fix: say('请对照条款修改或删除。', 'Hold it against the clause, then change or remove it.'),
  labels: [20001],
  question: say(
    '这段内容是否违反宪法确定的基本原则？',
    'Is this against the principles of the constitution?',
  ),
  examples: [
    {
      name: say('分类模型提示时政', 'the classifier says politics'),
      written: [seenWriting('body', '……', { labels: [{ label: 20001, probability: 0.7 }] })],
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
