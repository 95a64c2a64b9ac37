/** Earthquakes, floods, typhoons, told the way rumours are told. */

import { defineRumourRule } from '../../src/material/rumour-rule.ts'
import { say } from '../../src/say.ts'

export const disasterRumour = defineRumourRule({
  id: 'norms/disaster-rumour',
  clause: 'baijiahao-2019/8.2.2',
  about: say('有关灾害', 'of a disaster'),
  words: 'disasters',
  rumour: {
    text: '紧急扩散，今晚将有特大地震，赶紧转！',
    word: '地震',
    urge: '紧急扩散',
  },
  report: { text: '昨天的地震没有造成伤亡，中国地震台网已发布消息。', word: '地震' },
})
