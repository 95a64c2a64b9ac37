/** Something to tap that moves without end. */

import { undetermined } from '@fangxing/contract'
import { NOT_OPENED, tellMotions } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenMotion, seenRun } from '../../src/material-examples.ts'
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
      seen: { page: [seenRun({ motions: [seenMotion()] })] },
      expect: 'violation',
    },
    {
      name: say('不停移动的文字', 'words that never rest'),
      seen: { page: [seenRun({ motions: [seenMotion({ isClickable: false })] })] },
      expect: 'undetermined',
    },
    {
      name: say('出现时动一下', 'it moves once'),
      seen: { page: [seenRun({ motions: [seenMotion({ isEndless: false })] })] },
      expect: 'pass',
    },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.filter(({ motions }) => motions !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    return weigh(
      tellMotions(
        looked,
        ({ kind, isEndless, isClickable }) => kind === 'moves' && isEndless && isClickable,
      ),
      tellMotions(
        looked,
        ({ kind, isEndless, words }) => kind === 'moves' && isEndless && words !== '',
      ),
      say('这样的动画在诱导点击吗？', 'Does this animation lure into a click?'),
    )
  },
})
