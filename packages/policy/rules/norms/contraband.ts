/** Counterfeit money, smuggled and other unlawful goods, offered. */

import { defineTradeRule } from '../../src/material/trade-rule.ts'
import { say } from '../../src/say.ts'

export const contraband = defineTradeRule({
  id: 'norms/contraband',
  clause: 'baijiahao-2019/8.11.1',
  goods: say('非法物品', 'unlawful goods'),
  words: 'contraband',
  word: '假币',
  news: '警方查获一批假币，已移交检察机关。',
})
