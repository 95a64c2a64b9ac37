/** The page crashes; an error before the first content asks a person. */

import { undetermined } from '@fangxing/contract'
import { NOT_OPENED, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const crash = defineRule({
  id: 'stability/crash',
  clause: 'baijiahao-2019/1.1.e',
  severity: 'block',
  title: say('闪退', 'A crash'),
  why: say('条款不允许闪退。', 'The clause bars crashes.'),
  fix: say(
    '请修复崩溃和首屏前的脚本错误。',
    'Fix the crash and the errors before the first content.',
  ),
  needs: ['page'],
  examples: [
    {
      name: say('崩溃', 'a crash'),
      seen: {
        page: [
          seenRun({
            entry: { outcome: 'crashed', status: 200, finalAddress: 'a', earlyErrors: [] },
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('首屏前报错', 'an early error'),
      seen: {
        page: [
          seenRun({
            entry: {
              outcome: 'entered',
              status: 200,
              finalAddress: 'a',
              earlyErrors: ['TypeError: x'],
            },
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
    const crashed = page
      .filter(({ entry }) => entry.outcome === 'crashed')
      .map((run) => ({
        place: whole(run),
        message: say('页面崩溃了。', 'The page crashed.'),
        measured: `${run.viewport.width}×${run.viewport.height}`,
      }))
    const erring = page.flatMap((run) =>
      run.entry.earlyErrors.map((error) => ({
        place: whole(run),
        message: say('首屏内容出现之前脚本出错。', 'A script fails before the first content.'),
        measured: error,
      })),
    )
    return weigh(crashed, erring, say('页面能正常使用吗？', 'Does the page work?'))
  },
})
