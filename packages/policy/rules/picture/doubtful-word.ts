/**
 * A picture shows a word that has innocent uses too, so a person reads it.
 *
 * Words that could not be read leave the rule undetermined: nothing unread passes.
 */

import { seenHit, seenPicture } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { hitsIn, judgeSights, sightsOf } from '../../src/media-facts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const PLACE = { kind: 'picture', picture: 'media' } as const

export const doubtfulWordInPicture = defineRule({
  id: 'picture/doubtful-word',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say(
    '图片上有需要人看的词',
    'The picture shows a word that a person should read in context',
  ),
  why: say(
    '这个词单独看不能定性，要结合画面。',
    'The word alone decides nothing; the picture around it does.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold it back until a person has seen it.'),
  needs: ['pictures', 'termHits'],
  facts: ['words'],
  examples: [
    {
      name: say('复审级的词', 'a word at review level'),
      seen: {
        pictures: [seenPicture({ words: [] })],
        termHits: [seenHit({ level: 'review', place: PLACE })],
      },
      expect: 'violation',
    },
    {
      name: say('拦截级的词不归这条管', 'a word at block level is not this rule’s'),
      seen: {
        pictures: [seenPicture({ words: [] })],
        termHits: [seenHit({ level: 'block', place: PLACE })],
      },
      expect: 'pass',
    },
    {
      name: say('字没有读出来', 'words that were not read'),
      seen: { pictures: [seenPicture()], termHits: [] },
      expect: 'undetermined',
    },
    {
      name: say('没有图片', 'no picture'),
      seen: { pictures: [], termHits: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ pictures, termHits }) {
    return judgeSights(sightsOf(pictures), 'words', ({ picture: { name } }) => {
      const own = hitsIn('picture', termHits).filter(
        ({ place }) => place.kind === 'picture' && place.picture === name,
      )
      return findingsOf(own, ['review'])
    })
  },
})
