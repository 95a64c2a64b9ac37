/** An advert that stays in place while the page scrolls. The bottom bar is the one place that 2.2 allows. */

import {
  type MaterialProfile,
  type PageRun,
  type PinnedElement,
  undetermined,
  violationOrPass,
} from '@fangxing/contract'
import { NOT_OPENED, percent, tellBox } from '../../src/material/page.ts'
import { seenRun } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const floatingAdvert = defineRule({
  id: 'advertising/floating-advert',
  clause: 'baijiahao-2019/2.1',
  severity: 'block',
  title: say('悬浮广告', 'A floating advert'),
  why: say('条款不允许悬浮广告。', 'The clause bars floating adverts.'),
  fix: say('请把广告放进底 bar 或文末推荐位。', 'Put it in the bottom bar or after the end.'),
  needs: ['page', 'profile'],
  examples: [
    {
      name: say('右下角的悬浮广告', 'a floating one at the side'),
      seen: { page: [seenRun({ pinned: [pinned('none', 100)] })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('底 bar 里的广告', 'one in the bottom bar'),
      seen: { page: [seenRun({ pinned: [pinned('bottom', 60)] })], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('太高的底 bar', 'a bottom bar that is too high'),
      seen: { page: [seenRun({ pinned: [pinned('bottom', 300)] })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('没有打开页面', 'no page was opened'),
      seen: { page: [], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
  ],

  evaluate({ page, profile }) {
    const looked = page.filter(({ pinned: all }) => all !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    return violationOrPass(
      looked.flatMap((run) =>
        (run.pinned ?? [])
          .filter((one) => one.isAdvert && !isBottomBar(one, run, profile))
          .map(({ box, share }) =>
            tellBox(
              run,
              box,
              say('广告不随页面滚动。', 'The advert does not scroll with the page.'),
              percent(share),
            ),
          ),
      ),
    )
  },
})

function isBottomBar(
  { edge, box }: PinnedElement,
  run: PageRun,
  profile: MaterialProfile,
): boolean {
  return edge === 'bottom' && box.height / run.viewport.height <= profile.bottomBarHeight
}

function pinned(edge: PinnedElement['edge'], height: number): PinnedElement {
  return {
    box: { x: 0, y: 700, width: 375, height },
    share: 0.1,
    isAdvert: true,
    edge,
    words: '广告',
  }
}
