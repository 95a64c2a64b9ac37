/** Outlets from abroad are named: a mention is no copy, so a person looks. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const foreignMedia = defineWordRule({
  id: 'norms/foreign-media',
  clause: 'baijiahao-2019/8.1.5',
  severity: 'review',
  title: say('出现境外媒体的名称', 'An outlet from abroad is named'),
  why: say(
    '条款不允许含有境外媒体相关内容；提到名字不等于搬运，需要人看。',
    'The clause bars material of foreign media; a mention is not the same as a copy, so a person looks.',
  ),
  fix: say(
    '请确认没有转载或截取境外媒体的内容。',
    'Make sure that nothing is taken from such an outlet.',
  ),
  words: ['foreignMedia'],
  doubtful: 'alone',
  question: say(
    '这里是提到，还是搬运了境外媒体的内容？',
    'Is this a mention, or material taken from the outlet?',
  ),
  message: (matched) => say(`出现境外媒体名称“${matched}”。`, `The outlet “${matched}” is named.`),
  examples: [
    {
      name: say('引述外电', 'citing a wire'),
      written: [bodyWith('foreignMedia', '据路透社报道，工厂已经停产。', '路透社')],
      expect: 'undetermined',
    },
    {
      name: say('没有提到', 'nothing named'),
      written: [seenWriting('body', '据当地报道，工厂已经停产。')],
      expect: 'pass',
    },
  ],
})
