/** Words that change several times a second. */

import { type SeenMotion, undetermined } from '@fangxing/contract'
import { NOT_OPENED, tellBox } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Changes a second that flicker rather than fade. Ours. */
const LEAST_FREQUENCY = 2

export const flickeringWords = defineRule({
  id: 'advertising/flickering-words',
  clause: 'baijiahao-2019/2.3.f',
  severity: 'block',
  title: say('文字闪烁', 'Flickering words'),
  why: say('条款不允许文字闪烁。', 'The clause bars flickering words.'),
  fix: say('请去掉循环动画。', 'Remove the endless animation.'),
  needs: ['page'],
  examples: [
    {
      name: say('每秒三次', 'three times a second'),
      seen: { page: [seenRun({ motions: [motion({ frequency: 3 })] })] },
      expect: 'violation',
    },
    {
      name: say('缓慢明暗', 'a slow fade'),
      seen: { page: [seenRun({ motions: [motion({ frequency: 0.5 })] })] },
      expect: 'undetermined',
    },
    {
      name: say('闪一下就停', 'it blinks once and rests'),
      seen: { page: [seenRun({ motions: [motion({ frequency: 1, isEndless: false })] })] },
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
          .filter((one) => one.kind === 'flickers' && counts(one))
          .map(({ box, frequency }) =>
            tellBox(
              run,
              box,
              say('这里一直在动。', 'This keeps moving.'),
              `${frequency.toFixed(1)} Hz`,
              `< ${LEAST_FREQUENCY} Hz`,
            ),
          ),
      )
    return weigh(
      tell(({ frequency, words }) => words !== '' && frequency >= LEAST_FREQUENCY),
      tell(({ isEndless, words }) => isEndless && words !== ''),
      say('这样的动画在诱导点击吗？', 'Does this animation lure into a click?'),
    )
  },
})

function motion(facts: Partial<SeenMotion>): SeenMotion {
  return {
    box: { x: 100, y: 500, width: 120, height: 40 },
    kind: 'flickers',
    frequency: 2.5,
    isEndless: true,
    isClickable: true,
    words: '立即领取',
    ...facts,
  }
}
