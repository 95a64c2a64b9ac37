/**
 * The words in a picture read, to a model, like one of the kinds that are not wanted.
 *
 * The model was trained on typed texts, so what it says of these is only remarked, until it has been
 * measured on them; an operator may weigh it otherwise.
 */

import { findDoubtful } from '../../src/doubtful-texts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const PLACE = { kind: 'picture', picture: 'media' } as const

export const doubtfulTextInPicture = defineRule({
  id: 'picture/doubtful-text',
  clause: 'wechat-operation/10.4',
  severity: 'advise',
  title: say(
    '图片上的文字读起来像违规内容',
    'The words in the picture read like content that is not wanted',
  ),
  why: say(
    '没有命中词库的文字也可能违规；模型只估计可能性。',
    'Words that are not listed can break the rules too; a model only estimates.',
  ),
  fix: say('不必处理；巡查时留意。', 'Nothing to do; keep an eye on it when patrolling.'),
  needs: ['textClasses'],
  facts: ['words'],
  examples: [
    {
      name: say('像广告', 'it reads like advertising'),
      seen: { textClasses: [{ label: 10001, probability: 0.9, place: PLACE }] },
      expect: 'violation',
    },
    {
      name: say('哪一类都不突出', 'no kind stands out'),
      seen: { textClasses: [{ label: 100, probability: 0.9, place: PLACE }] },
      expect: 'pass',
    },
  ],

  evaluate({ textClasses }) {
    return findDoubtful(textClasses)
  },
})
