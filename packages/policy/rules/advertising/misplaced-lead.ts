/** Adverts that gather customers stand in the bottom bar or after the end of the content. */

import { inapplicable, type PageBlock, type PageRun, undetermined } from '@fangxing/contract'
import { NOT_OPENED, tellBox } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenBlock, seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const misplacedLead = defineRule({
  id: 'advertising/misplaced-lead',
  clause: 'baijiahao-2019/2.2',
  severity: 'review',
  title: say('销售线索广告位置不当', 'A lead-generating advert in the wrong place'),
  why: say(
    '只有底 bar 和文末相关推荐位可以插入销售线索广告。',
    'Lead-generating adverts belong in the bottom bar or after the end only.',
  ),
  fix: say('请移到底 bar 或文末。', 'Move it to the bottom bar or after the end.'),
  needs: ['page'],
  examples: [
    {
      name: say('插在正文中间', 'in the middle of the content'),
      seen: {
        page: [
          seenRun({
            blocks: [seenBlock('text', 0, 300), lead('tag', 300), seenBlock('text', 400, 300)],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('疑似广告插在中间', 'what may be an advert in the middle'),
      seen: {
        page: [
          seenRun({
            blocks: [seenBlock('text', 0, 300), lead('pattern', 300), seenBlock('text', 400, 300)],
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('文末', 'after the end'),
      seen: { page: [seenRun({ blocks: [seenBlock('text', 0, 300), lead('tag', 300)] })] },
      expect: 'pass',
    },
    {
      name: say('没有这类广告', 'no such advert'),
      seen: { page: [seenRun({ blocks: [seenBlock('text', 0, 300)] })] },
      expect: 'inapplicable',
    },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.filter(({ blocks }) => blocks !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const leads = looked.flatMap((run) =>
      (run.blocks ?? []).filter(({ isLead }) => isLead).map((block) => ({ run, block })),
    )
    if (leads.length === 0) return inapplicable
    const misplaced = leads.filter(({ run, block }) => standsInContent(run, block))
    const tell = (isSure: boolean) =>
      misplaced
        .filter(({ block }) => (block.advertBy !== 'pattern') === isSure)
        .map(({ run, block }) =>
          tellBox(
            run,
            block.box,
            say('销售线索广告插在正文里。', 'The advert stands inside the content.'),
            `y ${block.box.y}`,
          ),
        )
    return weigh(
      tell(true),
      tell(false),
      say('这是销售线索广告吗？', 'Does this gather customers?'),
    )
  },
})

/** Text or a heading of the content follows below it. */
function standsInContent({ blocks = [] }: PageRun, { kind, box }: PageBlock): boolean {
  if (kind === 'bar') return false
  return blocks.some((one) => one.kind === 'text' && one.box.y >= box.y + box.height)
}

function lead(advertBy: PageBlock['advertBy'], y: number): PageBlock {
  return seenBlock('advert', y, 100, { advertBy, isLead: true, text: '免费咨询，留下电话' })
}
