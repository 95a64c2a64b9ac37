/** Ways to be reached among the words of a picture; words of trade ask a person. */

import { weigh } from '../../src/material/weigh.ts'
import { CONTACTS } from '../../src/material/word-rule.ts'
import { leadsOf, tellLead, tellWords, wordsOf } from '../../src/material/writing.ts'
import { seenLead, seenWord, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const promotionalWatermark = defineRule({
  id: 'promotion/promotional-watermark',
  clause: 'baijiahao-2019/7.c',
  severity: 'block',
  title: say('图片带有推广信息', 'A picture carries promotion'),
  why: say(
    '条款不允许发布带有推广信息水印的图片。',
    'The clause bars pictures with a promotional watermark.',
  ),
  fix: say('请换用没有推广信息的图片。', 'Use a picture without promotion.'),
  needs: ['written'],
  examples: [
    {
      name: say('图中的微信号', 'an account in the picture'),
      seen: {
        written: [
          seenWriting('cover', '微信 fangxing88', {
            leads: [seenLead('wechatId', 'fangxing88', 3)],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('图中的推销词', 'words of trade in the picture'),
      seen: {
        written: [
          seenWriting('cover', '厂家直销', {
            words: [seenWord('selling', '厂家直销', '厂家直销')],
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('图中的路牌', 'a street sign'),
      seen: { written: [seenWriting('cover', '中山路')] },
      expect: 'pass',
    },
    {
      name: say('正文里的联系方式不归这条管', 'a contact in the body is not this rule’s'),
      seen: {
        written: [
          seenWriting('body', '微信 fangxing88', {
            leads: [seenLead('wechatId', 'fangxing88', 3)],
          }),
        ],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const inPictures = written.filter(({ field }) => field !== 'title' && field !== 'body')
    return weigh(
      leadsOf(inPictures, CONTACTS).map((one) =>
        tellLead(one, (value) =>
          say(`图中有联系方式“${value}”。`, `The picture has the contact “${value}”.`),
        ),
      ),
      tellWords(wordsOf(inPictures, ['selling', 'accounts']), (matched) =>
        say(`图中有推广用语“${matched}”。`, `The picture has the words of trade “${matched}”.`),
      ),
      say('图片上的文字是推广信息吗？', 'Are the words in the picture promotion?'),
    )
  },
})
