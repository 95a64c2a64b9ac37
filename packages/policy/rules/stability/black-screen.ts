/** Six seconds after opening nearly everything is black. */

import { type ScreenLook, undetermined } from '@fangxing/contract'
import { NOT_OPENED, percent, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** The share and the luma of ffmpeg's black detection. */
const MOST_SHARE = 0.98
const BLACK_LUMA = 25

export const blackScreen = defineRule({
  id: 'stability/black-screen',
  clause: 'baijiahao-2019/1.1.c',
  severity: 'block',
  title: say('黑屏', 'A black screen'),
  why: say('条款不允许黑屏。', 'The clause bars it.'),
  fix: say('请检查首屏渲染和数据加载。', 'Look at the first rendering and the loading of content.'),
  needs: ['page'],
  examples: [
    {
      name: say('每次打开都这样', 'every time it is opened'),
      seen: {
        page: [
          seenRun({ sixth: { dominantShare: 1, dominantLuma: 0, characters: 0, pictures: 0 } }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('两次里一次', 'one time of two'),
      seen: {
        page: [
          seenRun({ sixth: { dominantShare: 1, dominantLuma: 0, characters: 0, pictures: 0 } }),
          seenRun(),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('正常的页面', 'a page as it should be'),
      seen: { page: [seenRun()] },
      expect: 'pass',
    },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.flatMap((run) => (run.sixth ? [{ run, look: run.sixth }] : []))
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const findings = looked
      .filter(({ look }) => isBlackScreen(look))
      .map(({ run, look }) => ({
        place: whole(run),
        message: say(
          '打开六秒后仍是黑屏。',
          'Six seconds after opening the screen is still black.',
        ),
        measured: percent(look.dominantShare),
        limit: `< ${percent(MOST_SHARE)}`,
      }))
    return weigh(
      findings.length === looked.length ? findings : [],
      findings,
      say('再次打开还是黑屏吗？', 'Is it black when opened again?'),
    )
  },
})

function isBlackScreen({ dominantShare, dominantLuma }: ScreenLook): boolean {
  return dominantShare >= MOST_SHARE && dominantLuma <= BLACK_LUMA
}
