/** Shown in another ratio than its own, on the page or by the pixels of a video. */

import {
  type Finding,
  inapplicable,
  type ShownPicture,
  undetermined,
  violationOrPass,
} from '@fangxing/contract'
import { clipAt } from '../../src/material/imagery.ts'
import { seenRun, seenVideo } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const stretched = defineRule({
  id: 'imagery/stretched',
  clause: 'baijiahao-2019/5.f',
  severity: 'review',
  title: say('图片或视频被拉伸', 'Stretched'),
  why: say('条款不允许拉伸。', 'The clause bars stretching.'),
  fix: say('请按原比例显示。', 'Show it in its own ratio.'),
  needs: ['page', 'clips', 'profile'],
  examples: [
    {
      name: say('压扁的图', 'a flattened picture'),
      seen: {
        page: [seenRun({ pictures: [shown({ width: 300, height: 100 })] })],
        clips: [],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('按比例缩小', 'made smaller in its ratio'),
      seen: {
        page: [seenRun({ pictures: [shown({ width: 300, height: 200 })] })],
        clips: [],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('裁切显示', 'cropped, not stretched'),
      seen: {
        page: [seenRun({ pictures: [{ ...shown({ width: 300, height: 100 }), fit: 'cover' }] })],
        clips: [],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('像素不方的视频', 'a video whose pixels are not square'),
      seen: { page: [], clips: [seenVideo({ pixelRatio: 1.33 })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('没有打开页面', 'no page was opened'),
      seen: { page: [], clips: [], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('页面没有图片', 'a page without pictures'),
      seen: { page: [seenRun()], clips: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ page, clips, profile }) {
    const most = profile.pictures.stretch
    const pictures = page.flatMap((run) =>
      (run.pictures ?? []).map((picture) => ({ run, picture })),
    )
    const findings: readonly Finding[] = [
      ...pictures
        .filter(({ picture }) => !isPlaceholder(picture))
        .map(({ run, picture }) => ({ run, picture, stretch: stretchOf(picture) }))
        .filter(({ stretch }) => Math.max(stretch, 1 / stretch) > 1 + most)
        .map(({ run, picture, stretch }) => ({
          place: {
            kind: 'page' as const,
            page: run.page,
            width: run.viewport.width,
            box: picture.box,
          },
          message: say('图片显示的比例与原图不同。', 'The picture is shown in another ratio.'),
          measured: stretch.toFixed(2),
          limit: `1 ± ${most}`,
        })),
      ...clips.flatMap((clip) => {
        const ratio = clip.video?.pixelRatio ?? 1
        return Math.max(ratio, 1 / ratio) > 1 + most
          ? [
              {
                place: clipAt(clip),
                message: say('视频的像素不是方的。', 'The pixels of the video are not square.'),
                measured: ratio.toFixed(2),
                limit: `1 ± ${most}`,
              },
            ]
          : []
      }),
    ]
    if (findings.length > 0) return violationOrPass(findings)
    if (page.every((run) => run.pictures === undefined) && clips.length === 0) {
      return undetermined(
        say('没有看到图片显示成什么样。', 'How pictures are shown was not looked at.'),
      )
    }
    return pictures.length === 0 && clips.length === 0 ? inapplicable : violationOrPass([])
  },
})

/** 1 where the box cannot distort it. */
function stretchOf({ box, natural, fit }: ShownPicture): number {
  const sides = [box.width, box.height, natural.width, natural.height]
  if (fit !== 'fill' || sides.some((side) => side <= 0)) return 1
  return box.width / box.height / (natural.width / natural.height)
}

function shown(box: { readonly width: number; readonly height: number }): ShownPicture {
  return {
    picture: 'a.jpg',
    box: { x: 0, y: 0, ...box },
    natural: { width: 1200, height: 800 },
    fit: 'fill',
  }
}

/** A few pixels that hold the place of a picture until it is loaded are drawn at any size. */
function isPlaceholder({ natural: { width, height } }: ShownPicture): boolean {
  const LEAST_SIDE = 16
  return Math.min(width, height) < LEAST_SIDE
}
