/** Ruled rows and columns. */

import { judgePictures, pictureAt } from '../../src/material/imagery.ts'
import { seenPictureWith } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const pictureOfTable = defineRule({
  id: 'imagery/picture-of-table',
  clause: 'baijiahao-2019/5.p',
  severity: 'review',
  title: say('表格图', 'A picture of a table'),
  why: say('条款要求避免表格图。', 'The clause wants no pictures of tables.'),
  fix: say('请用文字或列表说明。', 'Use text or a list.'),
  needs: ['pictures'],
  examples: [
    {
      name: say('表格', 'a table'),
      seen: {
        pictures: [
          seenPictureWith({
            table: { rows: 6, columns: 4, box: { x: 0, y: 0, width: 300, height: 200 } },
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('照片', 'a photograph'),
      seen: { pictures: [seenPictureWith({ table: null })] },
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
        const { table } = picture
        if (table === undefined) return null
        if (table === null) return []
        return [
          {
            place: { ...pictureAt(picture), box: table.box },
            message: say('图片里有表格。', 'There is a table in the picture.'),
            measured: `${table.rows}×${table.columns}`,
          },
        ]
      },
      say('这是表格图吗？', 'Is this a picture of a table?'),
    )
  },
})
