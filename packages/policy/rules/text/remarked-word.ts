/** A submitted text has a word that is only worth a remark. */

import { violationOrPass } from '@fangxing/contract'
import { seenHit } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const remarkedWord = defineRule({
  id: 'text/remarked-word',
  clause: 'wechat-operation/10.4',
  severity: 'advise',
  title: say('文本里有提示级的词', 'The text has a word worth a remark'),
  why: say(
    '这类词多数时候无妨，抽查时可以多看一眼。',
    'Such words are mostly harmless; they help a patrol to choose where to look.',
  ),
  fix: say('不必处理；巡查时留意。', 'Nothing to do; keep an eye on it when patrolling.'),
  needs: ['termHits'],
  examples: [
    {
      name: say('提示级的词', 'a word at hint level'),
      seen: { termHits: [seenHit({ level: 'hint' })] },
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
    return violationOrPass(findingsOf(termHits, ['hint']))
  },
})
