/**
 * What is said in a clip reads, to a model, like one of the kinds that are not wanted.
 *
 * The model was trained on typed texts, so what it says of these is only remarked, until it has been
 * measured on them; an operator may weigh it otherwise.
 */

import { findDoubtful } from '../../src/doubtful-texts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const PLACE = { kind: 'clip', clip: 'media', from: 0, to: 9 } as const

export const doubtfulTextInClip = defineRule({
  id: 'clip/doubtful-text',
  clause: 'wechat-operation/10.4',
  severity: 'advise',
  title: say(
    '音视频里说的话听起来像违规内容',
    'What is said in the clip sounds like content that is not wanted',
  ),
  why: say(
    '没有命中词库的话也可能违规；模型只估计可能性。',
    'Speech without listed words can break the rules too; a model only estimates.',
  ),
  fix: say('不必处理；巡查时留意。', 'Nothing to do; listen closely when patrolling.'),
  needs: ['textClasses'],
  facts: ['loudness', 'speech'],
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
