/** A picture shows a word that has innocent uses too, so a person reads it. */

import { defineWordInPicture } from '../../src/listed-words.ts'
import { say } from '../../src/say.ts'

export const doubtfulWordInPicture = defineWordInPicture({
  id: 'picture/doubtful-word',
  level: 'review',
  title: say(
    '图片上有需要人看的词',
    'The picture shows a word that a person should read in context',
  ),
  why: say(
    '这个词单独看不能定性，要结合画面。',
    'The word alone decides nothing; the picture around it does.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold it back until a person has seen it.'),
})
