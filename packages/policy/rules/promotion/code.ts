/** A QR code, mini-program code or bar code in any picture. */

import { undetermined, violationOrPass } from '@fangxing/contract'
import { seenPictureWith } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const code = defineRule({
  id: 'promotion/code',
  clause: 'baijiahao-2019/7.a',
  severity: 'block',
  title: say('图片里有二维码', 'A picture has a code'),
  why: say('条款不允许发布二维码。', 'The clause bars codes.'),
  fix: say('请换掉带码的图片。', 'Replace the picture.'),
  needs: ['pictures'],
  examples: [
    {
      name: say('二维码', 'a QR code'),
      seen: {
        pictures: [
          seenPictureWith({
            codes: [
              {
                symbology: 'qr',
                content: 'https://u.example/1',
                box: { x: 9, y: 9, width: 90, height: 90 },
              },
            ],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('没有码', 'no code'),
      seen: { pictures: [seenPictureWith({ codes: [] })] },
      expect: 'pass',
    },
    {
      name: say('没有能看码的引擎', 'codes were not looked for'),
      seen: { pictures: [seenPictureWith({})] },
      expect: 'undetermined',
    },
  ],

  evaluate({ pictures }) {
    const findings = pictures.flatMap(({ name, codes = [] }) =>
      codes.map(({ symbology, content, box }) => ({
        place: { kind: 'picture' as const, picture: name, box },
        message: say(`图片里有 ${symbology} 码。`, `The picture has a ${symbology} code.`),
        measured: content ?? symbology,
      })),
    )
    if (findings.length === 0 && pictures.some(({ codes }) => codes === undefined)) {
      return undetermined(
        say('有图片没有看过有没有码。', 'Some picture was not searched for codes.'),
      )
    }
    return violationOrPass(findings)
  },
})
