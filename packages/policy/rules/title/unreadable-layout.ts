/** The title on the page: clipped, covered, too small, too faint. */

import {
  type Finding,
  inapplicable,
  type PageRun,
  type SeenPageTitle,
  undetermined,
} from '@fangxing/contract'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** CSS pixels; the platform's design guide has 17 pt for body text. */
const LEAST_FONT = 17
/** WCAG 2 for large text. */
const LEAST_CONTRAST = 3

export const unreadableLayout = defineRule({
  id: 'title/unreadable-layout',
  clause: 'baijiahao-2019/4.g',
  severity: 'review',
  title: say('标题的排版妨碍阅读', 'The layout of the title hinders reading'),
  why: say(
    '条款要求避免排版问题致使无法正常阅读理解。',
    'The clause wants a layout that can be read.',
  ),
  fix: say(
    '请让标题完整露出，字号和对比度足够。',
    'Show the title whole, large enough and with enough contrast.',
  ),
  needs: ['page'],
  examples: [
    {
      name: say('标题被截断', 'a clipped title'),
      seen: {
        page: [
          seenRun({
            title: {
              text: '阳台种番',
              box: { x: 0, y: 0, width: 100, height: 20 },
              fontSize: 20,
              contrast: 12,
              isClipped: true,
              isCovered: false,
            },
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('字太小', 'too small'),
      seen: {
        page: [
          seenRun({
            title: {
              text: '阳台',
              box: { x: 0, y: 0, width: 100, height: 20 },
              fontSize: 11,
              contrast: 12,
              isClipped: false,
              isCovered: false,
            },
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('正常的标题', 'a title as it should be'),
      seen: { page: [seenRun()] },
      expect: 'pass',
    },
    {
      name: say('页面没有标题', 'a page without a title'),
      seen: { page: [seenRun({ title: null })] },
      expect: 'inapplicable',
    },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.filter(({ title }) => title !== undefined)
    if (looked.length === 0) {
      return undetermined(
        say('没有看到页面的标题区域。', 'The title of the page was not looked at.'),
      )
    }
    const titles = looked.flatMap((run) => (run.title ? [{ run, title: run.title }] : []))
    if (titles.length === 0) return inapplicable
    return weigh(
      titles
        .filter(({ title }) => title.isClipped || title.isCovered)
        .map(({ run, title }) => tell(run, title, title.isClipped ? 'clipped' : 'covered')),
      titles.flatMap(({ run, title }) => [
        ...(title.fontSize < LEAST_FONT
          ? [tell(run, title, `${title.fontSize} px`, `≥ ${LEAST_FONT} px`)]
          : []),
        ...(title.contrast !== null && title.contrast < LEAST_CONTRAST
          ? [tell(run, title, title.contrast.toFixed(1), `≥ ${LEAST_CONTRAST}`)]
          : []),
      ]),
      say('标题看得清吗？', 'Can the title be read?'),
    )
  },
})

function tell(run: PageRun, title: SeenPageTitle, measured: string, limit?: string): Finding {
  return {
    place: { kind: 'page', page: run.page, width: run.viewport.width, box: title.box },
    message: say('标题在页面上不容易读。', 'The title is hard to read on the page.'),
    measured,
    ...(limit === undefined ? {} : { limit }),
  }
}
