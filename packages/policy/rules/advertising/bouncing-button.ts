/** Something to tap that moves without end. */

import { type SeenMotion, undetermined } from '@fangxing/contract'
import { NOT_OPENED, tellBox } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const bouncingButton = defineRule({
  id: 'advertising/bouncing-button',
  clause: 'baijiahao-2019/2.3.e',
  severity: 'block',
  title: say('按钮跳动', 'A bouncing button'),
  why: say('条款不允许按钮跳动。', 'The clause bars bouncing buttons.'),
  fix: say('请去掉循环动画。', 'Remove the endless animation.'),
  needs: ['page'],
  examples: [
    {
      name: say('不停跳动的按钮', 'a button that never rests'),
      seen: { page: [seenRun({ motions: [motion({})] })] },
      expect: 'violation',
    },
    {
      name: say('不停移动的文字', 'words that never rest'),
      seen: { page: [seenRun({ motions: [motion({ isClickable: false })] })] },
      expect: 'undetermined',
    },
    {
      name: say('出现时动一下', 'it moves once'),
      seen: { page: [seenRun({ motions: [motion({ isEndless: false })] })] },
      expect: 'pass',
    },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.filter(({ motions }) => motions !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const tell = (counts: (one: SeenMotion) => boolean) =>
      looked.flatMap((run) =>
        (run.motions ?? [])
          .filter((one) => one.kind === 'moves' && counts(one))
          .map(({ box, frequency }) =>
            tellBox(
              run,
              box,
              say('这里一直在动。', 'This keeps moving.'),
              `${frequency.toFixed(1)} Hz`,
            ),
          ),
      )
    return weigh(
      tell(({ isEndless, isClickable }) => isEndless && isClickable),
      tell(({ isEndless, words }) => isEndless && words !== ''),
      say('这样的动画在诱导点击吗？', 'Does this animation lure into a click?'),
    )
  },
})

function motion(facts: Partial<SeenMotion>): SeenMotion {
  return {
    box: { x: 100, y: 500, width: 120, height: 40 },
    kind: 'moves',
    frequency: 2.5,
    isEndless: true,
    isClickable: true,
    words: '立即领取',
    ...facts,
  }
}
