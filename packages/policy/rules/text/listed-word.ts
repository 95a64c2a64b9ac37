/** A submitted text has a word that is listed to be stopped. */

import { violationOrPass } from '@fangxing/contract'
import { seenHit } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const listedWord = defineRule({
  id: 'text/listed-word',
  clause: 'wechat-filing-2022/3.3',
  severity: 'block',
  title: say('文本里有词库要求拦截的词', 'The text has a word that is listed to be stopped'),
  why: say(
    '用户内容里的违规词必须在公开前拦下。',
    'Unlawful words in user content must be stopped before anyone sees them.',
  ),
  fix: say('请用户修改后再发布。', 'Ask the user to change the text before publishing.'),
  needs: ['termHits'],
  examples: [
    {
      name: say('拦截级的词', 'a word at block level'),
      seen: { termHits: [seenHit()] },
      expect: 'violation',
    },
    {
      name: say('复审级的词不归这条管', 'a word at review level is not this rule’s'),
      seen: { termHits: [seenHit({ level: 'review' })] },
      expect: 'pass',
    },
    { name: say('没有命中', 'no hit'), seen: { termHits: [] }, expect: 'pass' },
  ],

  evaluate({ termHits }) {
    return violationOrPass(findingsOf(termHits, ['block']))
  },
})
