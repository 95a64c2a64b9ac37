/** No words and no pictures on the screen; an empty state asks a person. */

import { undetermined } from '@fangxing/contract'
import { NOT_OPENED, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenBlock, seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Characters on the screen of a page that only says it is empty. Ours. */
const SHORT = 40
const EMPTY_STATE = /暂无|没有(?:更多)?内容|空空如也|敬请期待|什么都没有/u

export const blankPage = defineRule({
  id: 'stability/blank-page',
  clause: 'baijiahao-2019/1.2',
  severity: 'block',
  title: say('空白页面', 'A blank page'),
  why: say('条款不允许出现空白页面。', 'The clause bars blank pages.'),
  fix: say('请给页面填上内容。', 'Fill the page.'),
  needs: ['page'],
  examples: [
    {
      name: say('什么都没有', 'nothing at all'),
      seen: {
        page: [
          seenRun({
            sixth: { dominantShare: 0.99, dominantLuma: 240, characters: 0, pictures: 0 },
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('暂无内容', '“nothing here yet”'),
      seen: {
        page: [
          seenRun({
            sixth: { dominantShare: 0.95, dominantLuma: 250, characters: 4, pictures: 0 },
            blocks: [seenBlock('text', 300, 20, { text: '暂无内容' })],
          }),
        ],
      },
      expect: 'undetermined',
    },
    { name: say('有内容', 'content'), seen: { page: [seenRun()] }, expect: 'pass' },
    { name: say('没有打开页面', 'no page was opened'), seen: { page: [] }, expect: 'undetermined' },
  ],

  evaluate({ page }) {
    const looked = page.flatMap((run) => (run.sixth ? [{ run, look: run.sixth }] : []))
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const blank = looked
      .filter(({ look }) => look.characters === 0 && look.pictures === 0)
      .map(({ run }) => ({
        place: whole(run),
        message: say(
          '屏幕上没有文字也没有图片。',
          'There are neither words nor pictures on the screen.',
        ),
        measured: `${run.viewport.width}×${run.viewport.height}`,
      }))
    const empty = looked
      .filter(({ look }) => look.characters <= SHORT)
      .flatMap(({ run }) =>
        (run.blocks ?? [])
          .filter(({ text }) => EMPTY_STATE.test(text))
          .map(({ box, text }) => ({
            place: { kind: 'page' as const, page: run.page, width: run.viewport.width, box },
            message: say('页面说自己没有内容。', 'The page says that it has nothing.'),
            measured: text,
          })),
      )
    return weigh(blank, empty, say('这是空白页面吗？', 'Is this page blank?'))
  },
})
