/** The sexual-health words that the book names; told as medicine they are knowledge. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const sexualHealth = defineWordRule({
  id: 'promotion/sexual-health',
  clause: 'baijiahao-2019/8.3.2',
  severity: 'block',
  title: say('健康类推广：两性用语', 'Promotion of sexual health'),
  why: say(
    '条款点名男科、妇科、壮阳、补肾等两性推广信息。',
    'The clause names words of sexual-health promotion.',
  ),
  fix: say('请删除推广；科普请注明出处。', 'Remove the promotion; name the source of knowledge.'),
  words: ['sexualHealth'],
  doubtful: 'alone',
  sure: 'with contact',
  innocent: ['medicine'],
  question: say('这是推广，还是医学科普？', 'Is this promotion, or medical knowledge?'),
  message: (matched) => say(`出现条款点名的“${matched}”。`, `“${matched}” is named by the clause.`),
  examples: [
    {
      name: say('附有联系方式', 'with a contact'),
      written: [
        bodyWith('sexualHealth', '壮阳秘方加微信 zy20240a', '壮阳'),
        seenWriting('body', '壮阳秘方加微信 zy20240a', {
          leads: [seenLead('wechatId', 'zy20240a', 7)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('没有联系方式', 'without a contact'),
      written: [bodyWith('sexualHealth', '补肾就吃这三样', '补肾')],
      expect: 'undetermined',
    },
    {
      name: say('医院科普', 'a hospital’s article'),
      written: [
        bodyWith('sexualHealth', '门诊医生谈补肾的误区', '补肾'),
        bodyWith('medicine', '门诊医生谈补肾的误区', '医生'),
      ],
      expect: 'pass',
    },
  ],
})
