/** A picture shows a word that is listed to be stopped. */

import { defineWordInPicture } from '../../src/listed-words.ts'
import { say } from '../../src/say.ts'

export const listedWordInPicture = defineWordInPicture({
  id: 'picture/listed-word',
  level: 'block',
  title: say('图片上有词库要求拦截的词', 'The picture shows a word that is listed to be stopped'),
  why: say(
    '写在图上的违规词和打字发出来的一样，必须在公开前拦下。',
    'A word in a picture is read like a typed one and must be stopped before anyone sees it.',
  ),
  fix: say('请用户换一张图片再发布。', 'Ask the user for another picture.'),
})
