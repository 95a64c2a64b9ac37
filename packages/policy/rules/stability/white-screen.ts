/** Six seconds after opening the screen is one colour, without words or pictures. */

import { type ScreenLook, undetermined } from '@fangxing/contract'
import { NOT_OPENED, percent, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Ours, at four bits a channel: noise of anti-aliasing stays below. */
const MOST_SHARE = 0.995
/** Darker is a black screen. */
const BLACK_LUMA = 25

export const whiteScreen = defineRule({
  id: 'stability/white-screen',
  clause: 'baijiahao-2019/1.1.d',
  severity: 'block',
  title: say('白屏', 'A blank screen'),
  why: say(
    '条款不允许白屏；六秒是平台自己的测法。',
    'The clause bars it; six seconds is the platform’s own measure.',
  ),
  fix: say('请检查首屏渲染和数据加载。', 'Look at the first rendering and the loading of content.'),
  needs: ['page'],
  examples: [
    {
      name: say('每次打开都这样', 'every time it is opened'),
      seen: {
        page: [
          seenRun({ sixth: { dominantShare: 1, dominantLuma: 255, characters: 0, pictures: 0 } }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('两次里一次', 'one time of two'),
      seen: {
        page: [
          seenRun({ sixth: { dominantShare: 1, dominantLuma: 255, characters: 0, pictures: 0 } }),
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
      .filter(({ look }) => isWhiteScreen(look))
      .map(({ run, look }) => ({
        place: whole(run),
        message: say(
          '打开六秒后仍是白屏。',
          'Six seconds after opening the screen is still blank.',
        ),
        measured: percent(look.dominantShare),
        limit: `< ${percent(MOST_SHARE)}`,
      }))
    return weigh(
      findings.length === looked.length ? findings : [],
      findings,
      say('再次打开还是白屏吗？', 'Is it blank when opened again?'),
    )
  },
})

function isWhiteScreen({ dominantShare, dominantLuma, characters, pictures }: ScreenLook): boolean {
  const isPlain = dominantShare >= MOST_SHARE && dominantLuma > BLACK_LUMA
  return isPlain && characters === 0 && pictures === 0
}
