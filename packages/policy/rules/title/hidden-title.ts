/** The page shows the title that was handed in. */

import { inapplicable, undetermined, violationOrPass } from '@fangxing/contract'
import { seenMaterial, seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const hiddenTitle = defineRule({
  id: 'title/hidden-title',
  clause: 'baijiahao-2019/4.a',
  severity: 'block',
  title: say('页面上看不到标题', 'The page does not show the title'),
  why: say(
    '落地页必须展示标题；UGC 类资源可以不展示。',
    'The landing page must show the title; user content may leave it out.',
  ),
  fix: say('请在页面上展示标题。', 'Show the title on the page.'),
  needs: ['material', 'page'],
  examples: [
    {
      name: say('页面没有标题', 'a page without one'),
      seen: { material: seenMaterial(), page: [seenRun({ title: null })] },
      expect: 'violation',
    },
    {
      name: say('页面有标题', 'a page with one'),
      seen: { material: seenMaterial(), page: [seenRun()] },
      expect: 'pass',
    },
    {
      name: say('工具没有标题', 'a tool without one'),
      seen: {
        material: seenMaterial({ kind: 'tool', title: null }),
        page: [seenRun({ title: null })],
      },
      expect: 'inapplicable',
    },
    {
      name: say('没有打开页面', 'no page was opened'),
      seen: { material: seenMaterial(), page: [] },
      expect: 'undetermined',
    },
  ],

  evaluate({ material, page }) {
    if (material.kind === 'ugc' || material.kind === 'tool' || material.kind === 'service') {
      return inapplicable
    }
    const looked = page.filter(({ title }) => title !== undefined)
    if (looked.length === 0) {
      return undetermined(
        say('没有看到页面的标题区域。', 'The title of the page was not looked at.'),
      )
    }
    return violationOrPass(
      looked
        .filter(({ title }) => title === null)
        .map(({ page: name, viewport }) => ({
          place: { kind: 'page' as const, page: name },
          message: say('页面上没有可见的标题。', 'No title is visible on the page.'),
          measured: `${viewport.width}×${viewport.height}`,
        })),
    )
  },
})
