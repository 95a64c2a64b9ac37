/** Deaths and scandals of the famous, told the way rumours are told. */

import { defineRumourRule } from '../../src/material/rumour-rule.ts'
import { say } from '../../src/say.ts'

export const celebrityRumour = defineRumourRule({
  id: 'norms/celebrity-rumour',
  clause: 'baijiahao-2019/8.2.6',
  about: say('有关名人', 'about a celebrity'),
  words: 'celebrities',
  rumour: {
    text: '内部消息，某歌手已经病逝，家人不敢公开。',
    word: '病逝',
    urge: '内部消息',
  },
  report: { text: '这位作家于上月病逝，出版社发布了讣告。', word: '病逝' },
})
