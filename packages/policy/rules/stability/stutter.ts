/**
 * Tasks that block the page, and loads that take too long. One lab run is a hint; every run is sure,
 * unless the machine was busy with other things.
 */

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
/** From here on the machine may be what was slow. Ours: half as much again as when it is idle. */
const MOST_CONTENTION = 1.5

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
    {
      name: say('机器很忙时卡', 'stutters on a busy machine'),
      seen: { page: [slow(3), slow(3)] },
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
      measured: `${Math.round(run.trace?.totalBlocking ?? 0)} ms, ${toMs(run.trace?.load)} ms`,
      limit: `${MOST_BLOCKING} ms, ${MOST_LOAD} ms`,
    }))
    const isBusy = traced.some(({ trace }) => (trace?.contention ?? 1) > MOST_CONTENTION)
    const isSure = !isBusy && traced.length > 1 && findings.length === traced.length
    return weigh(
      isSure ? findings : [],
      findings,
      isBusy ? BUSY : say('在手机上确实卡顿吗？', 'Does it stutter on a phone?'),
    )
  },
})

function isSlow({ trace }: PageRun): boolean {
  if (trace === undefined) return false
  return trace.totalBlocking > MOST_BLOCKING || trace.load === null || trace.load > MOST_LOAD
}

function toMs(load: number | null | undefined): string {
  return load === null || load === undefined ? '…' : String(Math.round(load))
}

const BUSY = say(
  '测量时机器很忙，慢的可能是机器；在手机上确实卡顿吗？',
  'The machine was busy and may be what was slow. Does it stutter on a phone?',
)

function slow(contention = 1): PageRun {
  const trace = { load: 5200, firstPaint: 900, longTasks: [900], totalBlocking: 850 }
  return seenRun({ trace: { ...trace, layoutShift: 0, contention } })
}
