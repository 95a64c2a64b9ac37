/**
 * A picture shows a word that is listed to be stopped.
 *
 * Words that could not be read leave the rule undetermined: nothing unread passes.
 */

import { seenHit, seenPicture } from '../../src/examples.ts'
import { findingsOf } from '../../src/hits.ts'
import { hitsIn, judgeSights, sightsOf } from '../../src/media-facts.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const PLACE = { kind: 'picture', picture: 'media' } as const

export const listedWordInPicture = defineRule({
  id: 'picture/listed-word',
  clause: 'wechat-filing-2022/3.3',
  severity: 'block',
  title: say('图片上有词库要求拦截的词', 'The picture shows a word that is listed to be stopped'),
  why: say(
    '写在图上的违规词和打字发出来的一样，必须在公开前拦下。',
    'A word in a picture is read like a typed one and must be stopped before anyone sees it.',
  ),
  fix: say('请用户换一张图片再发布。', 'Ask the user for another picture.'),
  needs: ['pictures', 'termHits'],
  facts: ['words'],
  examples: [
    {
      name: say('拦截级的词', 'a word at block level'),
      seen: {
        pictures: [seenPicture({ words: [] })],
        termHits: [seenHit({ level: 'block', place: PLACE })],
      },
      expect: 'violation',
    },
    {
      name: say('复审级的词不归这条管', 'a word at review level is not this rule’s'),
      seen: {
        pictures: [seenPicture({ words: [] })],
        termHits: [seenHit({ level: 'review', place: PLACE })],
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
      return findingsOf(own, ['block'])
    })
  },
})
