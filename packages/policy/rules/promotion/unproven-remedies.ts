/** Recommendations whose truth nobody can tell: hair, slimming, breasts, the sex of a foetus. */

import { defineWordRule } from '../../src/material/word-rule.ts'
import { bodyWith, seenLead, seenWriting } from '../../src/material-examples.ts'
import { say } from '../../src/say.ts'

export const unprovenRemedies = defineWordRule({
  id: 'promotion/unproven-remedies',
  clause: 'baijiahao-2019/8.3.2',
  severity: 'block',
  title: say('健康类推广：无法判断真实性的推荐', 'Promotion of unproven remedies'),
  why: say(
    '条款点名脱发、减肥药、丰胸、胎儿性别等推荐信息。',
    'The clause names hair loss, slimming drugs, breast enlargement and the sex of a foetus.',
  ),
  fix: say(
    '请删除推荐；科普请注明出处。',
    'Remove the recommendation; name the source of knowledge.',
  ),
  words: ['remedies'],
  doubtful: ['selling', 'accounts'],
  sure: 'with contact',
  question: say('这是推荐产品，还是健康知识？', 'Is a product recommended, or is this knowledge?'),
  message: (matched) =>
    say(`“${matched}”与推销用语同时出现。`, `“${matched}” stands beside words of trade.`),
  examples: [
    {
      name: say('附有电话', 'with a phone number'),
      written: [
        bodyWith('remedies', '瘦身药三天见效 13800138000', '瘦身药'),
        seenWriting('body', '瘦身药三天见效 13800138000', {
          leads: [seenLead('phone', '13800138000', 8)],
        }),
      ],
      expect: 'violation',
    },
    {
      name: say('推销', 'words of trade'),
      written: [
        bodyWith('remedies', '丰胸产品免费试用', '丰胸'),
        bodyWith('selling', '丰胸产品免费试用', '免费试用'),
      ],
      expect: 'undetermined',
    },
    {
      name: say('健康知识', 'knowledge'),
      written: [bodyWith('remedies', '熬夜会加重脱发', '脱发')],
      expect: 'pass',
    },
  ],
})
