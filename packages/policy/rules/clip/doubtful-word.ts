/** A clip says or shows a word that has innocent uses too, so a person hears it. */

import { defineWordInClip } from '../../src/listed-words.ts'
import { say } from '../../src/say.ts'

export const doubtfulWordInClip = defineWordInClip({
  id: 'clip/doubtful-word',
  level: 'review',
  title: say(
    '音视频里有需要人听看的词',
    'The clip has a word that a person should hear in context',
  ),
  why: say(
    '这个词单独看不能定性，要结合上下文。',
    'The word alone decides nothing; what is said around it does.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold it back until a person has seen it.'),
})
