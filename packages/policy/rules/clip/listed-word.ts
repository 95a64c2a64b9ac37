/** A clip says or shows a word that is listed to be stopped: spoken, beneath or in a frame alike. */

import { defineWordInClip } from '../../src/listed-words.ts'
import { say } from '../../src/say.ts'

export const listedWordInClip = defineWordInClip({
  id: 'clip/listed-word',
  level: 'block',
  title: say('音视频里有词库要求拦截的词', 'The clip has a word that is listed to be stopped'),
  why: say(
    '说出来或显示在画面上的违规词，和打字发出来的一样。',
    'A word that is said or shown reaches people like a typed one.',
  ),
  fix: say('请用户改掉这一段再发布。', 'Ask the user to cut this part before publishing.'),
})
