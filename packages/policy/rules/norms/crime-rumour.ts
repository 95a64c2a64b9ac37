/** Kidnapping and other crimes, told the way rumours are told. */

import { defineRumourRule } from '../../src/material/rumour-rule.ts'
import { say } from '../../src/say.ts'

export const crimeRumour = defineRumourRule({
  id: 'norms/crime-rumour',
  clause: 'baijiahao-2019/8.2.4',
  about: say('有关犯罪', 'of a crime'),
  words: 'crimes',
  rumour: {
    text: '紧急扩散，火车站有人抢孩子，转给家人！',
    word: '抢孩子',
    urge: '紧急扩散',
  },
  report: { text: '人贩子被判十二年，法院公布了判决。', word: '人贩子' },
})
