/** Tasks that block the page, and loads that take too long. One lab run is a hint; every run is sure. */

import { type PageRun, undetermined } from '@fangxing/contract'
import { NOT_OPENED, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Milliseconds beyond 50 of all long tasks; what Lighthouse calls poor. */
const MOST_BLOCKING = 600
/** Milliseconds to the load event; the platform's entry specification says 3 s. */
const MOST_LOAD = 3000

export const stutter = defineRule({
  id: 'stability/stutter',
  clause: 'baijiahao-2019/1.1.a',
  severity: 'review',
  title: say('卡顿', 'Stutter'),
  why: say(
    '条款不允许卡顿；单次实验室测量只是提示，每次都超过才算数。',
    'The clause bars stutter; one run in a lab is a hint, every run counts.',
  ),
  fix: say('请拆分长任务，减少首屏脚本。', 'Split long tasks and load less script at first.'),
  needs: ['page'],
  examples: [
    {
      name: say('每次都卡', 'every run stutters'),
      seen: { page: [slow(), slow()] },
      expect: 'violation',
    },
    {
      name: say('两次里一次', 'one of two'),
      seen: { page: [slow(), seenRun()] },
      expect: 'undetermined',
    },
    { name: say('流畅', 'smooth'), seen: { page: [seenRun(), seenRun()] }, expect: 'pass' },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const traced = page.filter(({ trace }) => trace !== undefined)
    if (traced.length === 0) return undetermined(NOT_OPENED)
    const findings = traced.filter(isSlow).map((run) => ({
      place: whole(run),
      message: say('页面加载或响应太慢。', 'The page loads or answers too slowly.'),
      measured: `${Math.round(run.trace?.totalBlocking ?? 0)} ms, ${run.trace?.load ?? '…'} ms`,
      limit: `${MOST_BLOCKING} ms, ${MOST_LOAD} ms`,
    }))
    const isSure = traced.length > 1 && findings.length === traced.length
    return weigh(
      isSure ? findings : [],
      findings,
      say('在手机上确实卡顿吗？', 'Does it stutter on a phone?'),
    )
  },
})

function isSlow({ trace }: PageRun): boolean {
  if (trace === undefined) return false
  return trace.totalBlocking > MOST_BLOCKING || trace.load === null || trace.load > MOST_LOAD
}

function slow(): PageRun {
  return seenRun({
    trace: { load: 5200, firstPaint: 900, longTasks: [900], totalBlocking: 850, layoutShift: 0 },
  })
}
