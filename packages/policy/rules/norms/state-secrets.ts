/** Against state secrets, security or honour: a label points, a person decides. */

import { defineLabelRule } from '../../src/material/label-rule.ts'
import { seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const stateSecrets = defineLabelRule({
  id: 'norms/state-secrets',
  clause: 'baijiahao-2019/8.1.2',
  severity: 'review',
  title: say(
    '疑似泄露国家秘密、危害国家安全或损害国家荣誉',
    'It may be against state secrets, security or honour',
  ),
  why: say(
    '条款不允许泄露国家秘密、危害国家安全或损害国家荣誉；机器只负责提示，由人决定。',
    'The clause bars it; a machine only points, a person decides.',
  ),
  fix: say('请对照条款修改或删除。', 'Hold it against the clause, then change or remove it.'),
  labels: [20001],
  question: say(
    '这段内容是否泄露国家秘密、危害国家安全或损害国家荣誉？',
    'Is this against state secrets, security or honour?',
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
