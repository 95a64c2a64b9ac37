/** A submitted text has a word that has innocent uses too, so a person reads it. */

import { violationOrPass } from '@fangxing/contract'
import { seenHit } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const doubtfulWord = defineRule({
  id: 'text/doubtful-word',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('文本里有需要人看的词', 'The text has a word that a person should read in context'),
  why: say(
    '这个词单独看不能定性，要结合上下文。',
    'The word alone decides nothing; its context does.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold the text back until a person has read it.'),
  needs: ['termHits'],
  examples: [
    {
      name: say('复审级的词', 'a word at review level'),
      seen: { termHits: [seenHit({ level: 'review' })] },
      expect: 'violation',
    },
    {
      name: say('拦截级的词不归这条管', 'a word at block level is not this rule’s'),
      seen: { termHits: [seenHit()] },
      expect: 'pass',
    },
    { name: say('没有命中', 'no hit'), seen: { termHits: [] }, expect: 'pass' },
  ],

  evaluate({ termHits }) {
    return violationOrPass(findingsOf(termHits, ['review']))
  },
})
