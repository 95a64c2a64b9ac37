/** Rules on goods that must not be traded: the goods beside a wish to trade, or beside a contact. */

import type { Wording } from '@fangxing/contract'
import { bodyWith, seenLead, seenWriting } from '../material-examples.ts'
import type { Rule } from '../rule.ts'
import { say } from '../say.ts'
import type { VocabularyName } from '../vocabularies/vocabularies.ts'
import { defineWordRule } from './word-rule.ts'

interface TradeRule extends Pick<Rule, 'id' | 'clause'> {
  readonly goods: Wording
  readonly words: VocabularyName
  /** One of the words. */
  readonly word: string
  /** The innocent neighbour: a text that only tells of it. */
  readonly news: string
}

const PHONE = '13800138000'

export function defineTradeRule({ id, clause, goods, words, word, news }: TradeRule): Rule {
  const offer = `出售${word}，联系 ${PHONE}`
  const named = bodyWith(words, offer, word)
  return defineWordRule({
    id,
    clause,
    severity: 'block',
    title: say(`疑似交易${goods.zh}`, `It may offer ${goods.en}`),
    why: say(`条款不允许含有${goods.zh}的交易内容。`, `The clause bars trade in ${goods.en}.`),
    fix: say('请删除或改写相关内容。', 'Remove or rewrite the passage.'),
    words: [words],
    doubtful: ['trading', 'selling'],
    sure: 'with contact',
    labels: [20006],
    question: say('这是在交易，还是报道、科普？', 'Is this an offer, or news and knowledge?'),
    message: (matched) =>
      say(`“${matched}”与交易的说法同时出现。`, `“${matched}” stands beside words of trade.`),
    examples: [
      {
        name: say('附有联系方式', 'with a contact'),
        written: [
          named,
          seenWriting('body', offer, { leads: [seenLead('phone', PHONE, offer.indexOf(PHONE))] }),
        ],
        expect: 'violation',
      },
      {
        name: say('只有交易的说法', 'words of trade only'),
        written: [named, bodyWith('trading', offer, '出售')],
        expect: 'undetermined',
      },
      { name: say('新闻', 'news'), written: [bodyWith(words, news, word)], expect: 'pass' },
    ],
  })
}
