/** Explosives, guns, drugs: news names them too, so words of trade or a contact must stand beside. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const weapons = defineWordRule({
  id: 'norms/weapons',
  clause: 'baijiahao-2019/8.11.0',
  severity: 'block',
  title: say('涉爆、涉枪、涉毒', 'Explosives, guns or drugs'),
  why: say(
    '条款不允许含有涉爆、涉枪、涉毒等内容；新闻与科普要由人区分。',
    'The clause bars explosives, guns and drugs; a person tells news and knowledge apart.',
  ),
  fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
  words: ['weapons'],
  doubtful: 'alone',
  sure: 'with contact',
  labels: [20006],
  question: say(
    '这是报道、科普，还是在教授、交易？',
    'Is this news or knowledge, or teaching and trade?',
  ),
  message: (matched) => say(`出现“${matched}”。`, `“${matched}” occurs.`),
  examples: [
    {
      name: say('附有联系方式', 'with a contact'),
      written: [
        bodyWith('weapons', '气枪现货，微信 qiang2024a', '气枪'),
        seenWriting('body', '气枪现货，微信 qiang2024a', {
          leads: [seenLead('wechatId', 'qiang2024a', 8)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('只提到', 'only named'),
      written: [bodyWith('weapons', '法院审理了一起贩卖冰毒的案件。', '冰毒')],
      expect: 'undetermined',
    },
    {
      name: say('普通文字', 'ordinary words'),
      written: [seenWriting('body', '火药味十足的比赛。')],
      expect: 'pass',
    },
  ],
})
