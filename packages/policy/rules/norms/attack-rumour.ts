/** Explosions and attacks, told the way rumours are told. */

import { defineRumourRule } from '../../src/material/rumour-rule.ts'
import { say } from '../../src/say.ts'

export const attackRumour = defineRumourRule({
  id: 'norms/attack-rumour',
  clause: 'baijiahao-2019/8.2.3',
  about: say('有关恐怖袭击', 'of an attack'),
  words: 'attacks',
  rumour: {
    text: '速速转发，商场发生爆炸案，不要出门！',
    word: '爆炸案',
    urge: '速速转发',
  },
  report: { text: '警方通报了去年那起爆炸案的审理结果。', word: '爆炸案' },
})
