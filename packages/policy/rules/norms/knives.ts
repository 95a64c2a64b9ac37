/** Knives, crossbows or police gear, offered. */

import { defineTradeRule } from '../../src/material/trade-rule.ts'
import { say } from '../../src/say.ts'

export const knives = defineTradeRule({
  id: 'norms/knives',
  clause: 'baijiahao-2019/8.11.2',
  goods: say('管制刀具、弩、警用品', 'knives, crossbows or police gear'),
  words: 'knives',
  word: '弓弩',
  news: '博物馆展出了汉代弓弩。',
})
