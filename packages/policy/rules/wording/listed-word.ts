/**
 * A listed word among the texts of a package.
 *
 * A person decides, also on a word that would block user content: a package may carry the word in
 * a filter list of its own, or in a warning. Words that only ask for a remark are left out.
 */

import { violationOrPass } from '@fangxing/contract'
import { placeIn, seenHit } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const place = placeIn('pages/index/index.wxml', 12)

export const listedWordInPackage = defineRule({
  id: 'wording/listed-word',
  clause: 'wechat-rejection/3.2.8',
  severity: 'review',
  title: say('代码包的文字里有词库中的词', 'A text of the package has a listed word'),
  why: say(
    '页面上的违规文字会导致驳回；也可能只是程序自带的过滤词表，由人判断。',
    'Such words on a page lead to rejection; they may also be a filter list of the program, so a person decides.',
  ),
  fix: say(
    '删改页面上的词；若是过滤词表，放到服务端，不要打进代码包。',
    'Remove the word from the page; if it is a filter list, keep it on the server instead of in the package.',
  ),
  needs: ['termHits'],
  examples: [
    {
      name: say('页面文字命中', 'a hit on a page'),
      seen: { termHits: [seenHit({ place })] },
      expect: 'violation',
    },
    {
      name: say('只有提示级的词', 'only a word to remark'),
      seen: { termHits: [seenHit({ place, level: 'hint' })] },
      expect: 'pass',
    },
    { name: say('没有命中', 'no hit'), seen: { termHits: [] }, expect: 'pass' },
  ],

  evaluate({ termHits }) {
    return violationOrPass(findingsOf(termHits, ['block', 'review']))
  },
})
