/** A code in any picture of the page, or words that ask to scan. */

import type { Finding } from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenPictureWith, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const scanMe = defineRule({
  id: 'advertising/scan-me',
  clause: 'baijiahao-2019/2.3.h',
  severity: 'block',
  title: say('扫二维码诱导点击', 'A code to scan'),
  why: say('条款不允许扫二维码。', 'The clause bars codes to scan.'),
  fix: say('请删除二维码和“扫码”字样。', 'Remove the code and the words.'),
  needs: ['pictures', 'written'],
  examples: [
    {
      name: say('二维码', 'a code'),
      seen: {
        pictures: [
          seenPictureWith({
            codes: [
              {
                symbology: 'qr',
                content: 'https://u.example',
                box: { x: 0, y: 0, width: 90, height: 90 },
              },
            ],
          }),
        ],
        written: [],
      },
      expect: 'violation',
    },
    {
      name: say('“长按识别”', 'words that ask to scan'),
      seen: { pictures: [], written: [bodyWith('scanning', '长按识别下图', '长按识别')] },
      expect: 'undetermined',
    },
    {
      name: say('普通图文', 'ordinary text and picture'),
      seen: { pictures: [seenPictureWith({ codes: [] })], written: [seenWriting('body', '番茄')] },
      expect: 'pass',
    },
  ],

  evaluate({ pictures, written }) {
    const codes: readonly Finding[] = pictures.flatMap(({ name, codes: found = [] }) =>
      found.map(({ symbology, box }) => ({
        place: { kind: 'picture' as const, picture: name, box },
        message: say('图片里有可以扫的码。', 'The picture has a code to scan.'),
        measured: symbology,
      })),
    )
    const words = tellWords(wordsOf(written, ['scanning']), (matched) =>
      say(`“${matched}”引导用户扫码。`, `“${matched}” asks to scan.`),
    )
    return weigh(codes, words, say('这里有要扫的码吗？', 'Is there a code to scan here?'))
  },
})
