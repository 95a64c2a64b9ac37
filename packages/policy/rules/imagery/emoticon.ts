/** Small square pictures that move, and known memes: a person decides. */

import { judgePictures, pictureAt, when } from '../../src/material/imagery.ts'
import { seenPictureWith } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Pixels; chat programs keep stickers below that. Ours. */
const SMALL = 300
/** Of the longer side. Ours. */
const SQUARE = 0.1

export const emoticon = defineRule({
  id: 'imagery/emoticon',
  clause: 'baijiahao-2019/5.q',
  severity: 'review',
  title: say('疑似表情图', 'It may be an emoticon'),
  why: say('条款要求避免表情图。', 'The clause wants no emoticons.'),
  fix: say('请换成与内容有关的图片。', 'Use a picture that belongs to the content.'),
  needs: ['pictures'],
  examples: [
    {
      name: say('小方形动图', 'a small square that moves'),
      seen: {
        pictures: [
          seenPictureWith({
            format: { type: 'image/gif', width: 240, height: 240, frames: 12, bytes: 90000 },
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('照片', 'a photograph'),
      seen: {
        pictures: [
          seenPictureWith({
            format: { type: 'image/jpeg', width: 1280, height: 960, frames: 1, bytes: 300000 },
          }),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'not measured'),
      seen: { pictures: [seenPictureWith()] },
      expect: 'undetermined',
    },
    { name: say('没有图片', 'none at all'), seen: { pictures: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pictures }) {
    return judgePictures(
      pictures,
      (picture) => {
        const { format, known = [] } = picture
        if (format === undefined) return null
        const { width, height, frames } = format
        const isSquare = Math.abs(width - height) <= Math.max(width, height) * SQUARE
        const isSmall = Math.max(width, height) <= SMALL
        const meme = known.find(({ label }) => label === 'meme')
        return [
          ...when(
            isSquare && isSmall && frames > 1,
            pictureAt(picture),
            say('小的方形动图常是表情。', 'Small squares that move are often emoticons.'),
            `${width}×${height}, ${frames}`,
            `> ${SMALL}`,
          ),
          ...(meme === undefined
            ? []
            : [
                {
                  place: pictureAt(picture),
                  message: say('与已知的表情图相同。', 'It is a known meme.'),
                  measured: `${meme.distance}`,
                },
              ]),
        ]
      },
      say('这是表情图吗？', 'Is this an emoticon?'),
    )
  },
})
