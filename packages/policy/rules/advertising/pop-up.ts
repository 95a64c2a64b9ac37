/** Something covers the page while nobody touched it. Permission and sign-in are asked of a person; a privacy consent is the law’s. */

import { type SeenOverlay, undetermined } from '@fangxing/contract'
import { NOT_OPENED, percent, tellBox } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Share of the viewport; smaller notes are no pop-ups. Ours. */
const LEAST_SHARE = 0.1

export const popUp = defineRule({
  id: 'advertising/pop-up',
  clause: 'baijiahao-2019/2.3.a',
  severity: 'block',
  title: say('自动弹窗', 'A pop-up by itself'),
  why: say('条款不允许自动弹窗诱导点击。', 'The clause bars pop-ups that appear by themselves.'),
  fix: say('请改为用户点击后再弹出。', 'Show it only after a tap.'),
  needs: ['page'],
  examples: [
    {
      name: say('三秒后弹出红包', 'a layer after three seconds'),
      seen: { page: [seenRun({ overlays: [overlay('layer', 0.5)] })] },
      expect: 'violation',
    },
    {
      name: say('一打开就要登录', 'it asks to sign in at once'),
      seen: { page: [seenRun({ overlays: [overlay('login', 0.5)] })] },
      expect: 'undetermined',
    },
    {
      name: say('隐私同意', 'a privacy consent'),
      seen: { page: [seenRun({ overlays: [overlay('consent', 0.5)] })] },
      expect: 'pass',
    },
    {
      name: say('底部小提示', 'a small note at the edge'),
      seen: { page: [seenRun({ overlays: [overlay('layer', 0.03)] })] },
      expect: 'pass',
    },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.filter(({ overlays }) => overlays !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const tell = (kinds: readonly SeenOverlay['kind'][]) =>
      looked.flatMap((run) =>
        (run.overlays ?? [])
          .filter(({ kind, share }) => kinds.includes(kind) && share >= LEAST_SHARE)
          .map(({ box, share, at }) =>
            tellBox(
              run,
              box,
              say(
                `打开 ${Math.round(at)} 毫秒后自动弹出。`,
                `It appears by itself after ${Math.round(at)} ms.`,
              ),
              percent(share),
              `< ${percent(LEAST_SHARE)}`,
            ),
          ),
      )
    return weigh(
      tell(['dialog', 'layer']),
      tell(['permission', 'login']),
      say('这个弹窗有必要吗？', 'Is this prompt needed?'),
    )
  },
})

function overlay(kind: SeenOverlay['kind'], share: number): SeenOverlay {
  return { at: 3000, box: { x: 30, y: 200, width: 315, height: 400 }, share, kind, words: '恭喜' }
}
