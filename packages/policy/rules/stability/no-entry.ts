/** The page cannot be entered; a wall that asks to sign in asks a person. */

import { type PageEntry, undetermined } from '@fangxing/contract'
import { NOT_OPENED, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const noEntry = defineRule({
  id: 'stability/no-entry',
  clause: 'baijiahao-2019/1.1.f',
  severity: 'block',
  title: say('无法进入', 'It cannot be entered'),
  why: say('条款不允许无法进入。', 'The clause wants a page that can be entered.'),
  fix: say('请保证地址可以直接打开。', 'Make sure that the address opens.'),
  needs: ['page'],
  examples: [
    {
      name: say('404', '404'),
      seen: {
        page: [
          seenRun({
            entry: { outcome: 'refused', status: 404, finalAddress: 'a', earlyErrors: [] },
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('登录墙', 'a wall that asks to sign in'),
      seen: {
        page: [
          seenRun({
            entry: { outcome: 'loginWall', status: 200, finalAddress: 'a', earlyErrors: [] },
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('两次里一次', 'one time of two'),
      seen: {
        page: [
          seenRun(),
          seenRun({
            entry: { outcome: 'unreachable', status: null, finalAddress: 'a', earlyErrors: [] },
          }),
        ],
      },
      expect: 'undetermined',
    },
    { name: say('正常', 'as it should be'), seen: { page: [seenRun()] }, expect: 'pass' },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    if (page.length === 0) return undetermined(NOT_OPENED)
    const tell = (outcomes: readonly PageEntry['outcome'][]) =>
      page
        .filter(({ entry }) => outcomes.includes(entry.outcome))
        .map((run) => ({
          place: whole(run),
          message: say('页面没有进入内容。', 'The page did not get to its content.'),
          measured: `${run.entry.outcome} ${run.entry.status ?? ''}`.trim(),
        }))
    const shut = tell(['refused', 'unreachable', 'redirectLoop'])
    return weigh(
      shut.length === page.length ? shut : [],
      [...shut, ...tell(['loginWall'])],
      say('用户能进入这个页面吗？', 'Can users enter this page?'),
    )
  },
})
