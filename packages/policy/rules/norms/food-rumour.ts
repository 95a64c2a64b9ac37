/** Food that is said to poison, told the way rumours are told. */

import { defineRumourRule } from '../../src/material/rumour-rule.ts'
import { say } from '../../src/say.ts'

export const foodRumour = defineRumourRule({
  id: 'norms/food-rumour',
  clause: 'baijiahao-2019/8.2.5',
  about: say('有关食品安全', 'about food'),
  words: 'foods',
  rumour: {
    text: '专家不敢说，塑料大米已经上市，看完赶紧告诉家里人。',
    word: '塑料大米',
    urge: '专家不敢说',
  },
  report: { text: '烧烤时焦黑的部分含有致癌物，应少吃。', word: '致癌' },
})
