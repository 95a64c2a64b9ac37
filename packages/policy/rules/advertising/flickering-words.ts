/** Words that change several times a second. */

import { undetermined } from '@fangxing/contract'
import { NOT_OPENED, tellMotions } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenMotion, seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Changes a second that flicker rather than fade. Ours. */
const LEAST_FREQUENCY = 2
const LIMIT = `< ${LEAST_FREQUENCY} Hz`

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
      seen: { page: [seenRun({ motions: [seenMotion({ kind: 'flickers', frequency: 3 })] })] },
      expect: 'violation',
    },
    {
      name: say('缓慢明暗', 'a slow fade'),
      seen: { page: [seenRun({ motions: [seenMotion({ kind: 'flickers', frequency: 0.5 })] })] },
      expect: 'undetermined',
    },
    {
      name: say('闪一下就停', 'it blinks once and rests'),
      seen: {
        page: [
          seenRun({ motions: [seenMotion({ kind: 'flickers', frequency: 1, isEndless: false })] }),
        ],
      },
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
        ({ kind, frequency, words }) =>
          kind === 'flickers' && words !== '' && frequency >= LEAST_FREQUENCY,
        LIMIT,
      ),
      tellMotions(
        looked,
        ({ kind, isEndless, words }) => kind === 'flickers' && isEndless && words !== '',
        LIMIT,
      ),
      say('这样的动画在诱导点击吗？', 'Does this animation lure into a click?'),
    )
  },
})
