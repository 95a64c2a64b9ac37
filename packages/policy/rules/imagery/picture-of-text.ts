/** More of it is words than not. */

import { judgePictures, pictureAt, when } from '../../src/material/imagery.ts'
import { seenPictureWith } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const pictureOfText = defineRule({
  id: 'imagery/picture-of-text',
  clause: 'baijiahao-2019/5.o',
  severity: 'review',
  title: say('文字图', 'A picture of text'),
  why: say('条款要求避免文字图。', 'The clause wants no pictures of text.'),
  fix: say('请把文字写进正文。', 'Write the words into the body.'),
  needs: ['pictures', 'profile'],
  examples: [
    {
      name: say('大半是文字', 'mostly words'),
      seen: {
        pictures: [
          seenPictureWith({
            words: [
              { text: '字'.repeat(80), box: { x: 0, y: 0, width: 9, height: 9 }, confidence: 1 },
            ],
            wordShare: 0.6,
          }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('只有标题', 'only a caption'),
      seen: {
        pictures: [
          seenPictureWith({
            words: [{ text: '夏日', box: { x: 0, y: 0, width: 9, height: 9 }, confidence: 1 }],
            wordShare: 0.05,
          }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('没有测到', 'not measured'),
      seen: { pictures: [seenPictureWith()], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('没有图片', 'none at all'),
      seen: { pictures: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ pictures, profile }) {
    const { wordShare: most, characters: mostCharacters } = profile.pictures
    return judgePictures(
      pictures,
      (picture) => {
        const { words, wordShare } = picture
        if (words === undefined || wordShare === undefined) return null
        const characters = words.reduce((sum, { text }) => sum + text.length, 0)
        return when(
          wordShare > most || characters > mostCharacters,
          pictureAt(picture),
          say('图片主要是文字。', 'The picture is mostly words.'),
          `${Math.round(wordShare * 100)} %, ${characters}`,
          `${most * 100} %, ${mostCharacters}`,
        )
      },
      say('这是文字图吗？', 'Is this a picture of text?'),
    )
  },
})
