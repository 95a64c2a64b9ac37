/** Large parts of the screen that alternate three times a second or more; strong layout shifts ask a person. */

import { undetermined } from '@fangxing/contract'
import { NOT_OPENED, percent, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** WCAG 2.3.1: no more than three flashes a second. */
const LEAST_FREQUENCY = 3
/** Share of the viewport, after the same criterion. */
const LEAST_SHARE = 0.25
/** Cumulative layout shift that browsers' makers call poor. */
const MOST_SHIFT = 0.25

const { flashes: _, ...NOT_LOOKED } = seenRun()

export const flashing = defineRule({
  id: 'stability/flashing',
  clause: 'baijiahao-2019/1.1.b',
  severity: 'block',
  title: say('闪屏', 'A flashing screen'),
  why: say(
    '条款不允许闪屏；快速闪烁还可能引发光敏性癫痫。',
    'The clause bars it; fast flashes can also cause seizures.',
  ),
  fix: say('请去掉大面积的快速变化。', 'Remove fast changes of large areas.'),
  needs: ['page'],
  examples: [
    {
      name: say('每秒四次的大面积闪烁', 'a large area four times a second'),
      seen: { page: [seenRun({ flashes: [{ at: 900, frequency: 4, share: 0.6 }] })] },
      expect: 'violation',
    },
    {
      name: say('布局大幅跳动', 'the layout jumps'),
      seen: {
        page: [
          seenRun({
            trace: {
              load: 900,
              firstPaint: 300,
              longTasks: [],
              totalBlocking: 0,
              layoutShift: 0.4,
            },
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('小图标闪动', 'a small icon blinks'),
      seen: { page: [seenRun({ flashes: [{ at: 900, frequency: 4, share: 0.02 }] })] },
      expect: 'pass',
    },
    {
      name: say('没有看', 'not looked at'),
      seen: { page: [NOT_LOOKED] },
      expect: 'undetermined',
    },
  ],

  evaluate({ page }) {
    const looked = page.filter(({ flashes }) => flashes !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const flashing = looked.flatMap((run) =>
      (run.flashes ?? [])
        .filter(({ frequency, share }) => frequency >= LEAST_FREQUENCY && share >= LEAST_SHARE)
        .map(({ at, frequency, share }) => ({
          place: whole(run),
          message: say(
            `打开 ${Math.round(at)} 毫秒后屏幕大面积闪烁。`,
            `A large area flashes ${Math.round(at)} ms after opening.`,
          ),
          measured: `${frequency.toFixed(1)} Hz, ${percent(share)}`,
          limit: `< ${LEAST_FREQUENCY} Hz`,
        })),
    )
    const shifting = looked
      .filter(({ trace }) => (trace?.layoutShift ?? 0) > MOST_SHIFT)
      .map((run) => ({
        place: whole(run),
        message: say('页面布局大幅跳动。', 'The layout jumps.'),
        measured: (run.trace?.layoutShift ?? 0).toFixed(2),
        limit: `${MOST_SHIFT}`,
      }))
    return weigh(flashing, shifting, say('页面闪屏吗？', 'Does the screen flash?'))
  },
})
