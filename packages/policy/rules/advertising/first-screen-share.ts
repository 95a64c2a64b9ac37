/** Adverts on the first screen of a tool (or of everything, by profile): the area they cover. */

import { inapplicable, type PageRun, undetermined, violationOrPass } from '@fangxing/contract'
import { coveredArea, NOT_OPENED, percent, whole } from '../../src/material/page.ts'
import { seenBlock, seenMaterial, seenRun } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const firstScreenShare = defineRule({
  id: 'advertising/first-screen-share',
  clause: 'baijiahao-2019/2.6',
  severity: 'block',
  title: say('首屏广告过大', 'Adverts take too much of the first screen'),
  why: say(
    '工具型小程序首屏广告不得超过屏幕的 1/3。',
    'In a tool adverts take no more than a third of the first screen.',
  ),
  fix: say('请缩小首屏广告。', 'Make the adverts smaller.'),
  needs: ['material', 'page', 'profile'],
  examples: [
    {
      name: say('占去一半', 'half of it'),
      seen: {
        material: seenMaterial({ kind: 'tool' }),
        page: [seenRun({ blocks: [seenBlock('advert', 0, 450, { advertBy: 'tag' })] })],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('一条横幅', 'one banner'),
      seen: {
        material: seenMaterial({ kind: 'tool' }),
        page: [seenRun({ blocks: [seenBlock('advert', 0, 100, { advertBy: 'tag' })] })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('首屏以外', 'below the first screen'),
      seen: {
        material: seenMaterial({ kind: 'tool' }),
        page: [seenRun({ blocks: [seenBlock('advert', 900, 450, { advertBy: 'tag' })] })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('文章', 'an article'),
      seen: { material: seenMaterial(), page: [seenRun()], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
    {
      name: say('没有打开页面', 'no page was opened'),
      seen: { material: seenMaterial({ kind: 'tool' }), page: [], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
  ],

  evaluate({ material, page, profile }) {
    if (material.kind !== 'tool' && profile.firstScreenAdvertFor === 'tools') return inapplicable
    const looked = page.filter(({ blocks }) => blocks !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    return violationOrPass(
      looked
        .map((run) => ({ run, share: advertShare(run) }))
        .filter(({ share }) => share > profile.firstScreenAdvertShare)
        .map(({ run, share }) => ({
          place: whole(run),
          message: say('首屏广告占屏幕的比例过大。', 'Adverts take too much of the first screen.'),
          measured: percent(share),
          limit: percent(profile.firstScreenAdvertShare),
        })),
    )
  },
})

function advertShare({ blocks = [], viewport: { width, height } }: PageRun): number {
  const boxes = blocks.filter(({ kind }) => kind === 'advert').map(({ box }) => box)
  return coveredArea(boxes, { x: 0, y: 0, width, height }) / (width * height)
}
