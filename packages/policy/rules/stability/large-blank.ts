/** The longest blank run on each screenful, down and across, while scrolling; what is blank after the end asks a person. */

import {
  type Finding,
  type MaterialProfile,
  type PageRun,
  type Screenful,
  undetermined,
} from '@fangxing/contract'
import { NOT_OPENED, percent, tellBox } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenRun } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const largeBlank = defineRule({
  id: 'stability/large-blank',
  clause: 'baijiahao-2019/1.3',
  severity: 'block',
  title: say('大量留白', 'Large blanks'),
  why: say(
    '纵向或横向留白不得超过屏幕的 1/3。',
    'Blank space may take no more than a third of the screen, down or across.',
  ),
  fix: say('请收紧间距，或填上内容。', 'Close the gaps or fill them.'),
  needs: ['page', 'profile'],
  examples: [
    {
      name: say('半屏空白', 'half a screen'),
      seen: { page: [seenRun({ screenfuls: [withBlank(0.5)] })], profile: baijiahaoProfile },
      expect: 'violation',
    },
    {
      name: say('末屏的尾部空白', 'blank after the end'),
      seen: {
        page: [seenRun({ screenfuls: [{ ...withBlank(0.5), endsContent: true }] })],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('四分之一屏', 'a quarter'),
      seen: { page: [seenRun({ screenfuls: [withBlank(0.25)] })], profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('没有打开页面', 'no page was opened'),
      seen: { page: [], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
  ],

  evaluate({ page, profile }) {
    const looked = page.filter(({ screenfuls }) => screenfuls !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    const tell = (isEnd: boolean) =>
      looked.flatMap((run) =>
        (run.screenfuls ?? [])
          .filter(({ endsContent }) => endsContent === isEnd)
          .flatMap((one) => tellBlanks(run, one, profile)),
      )
    return weigh(
      tell(false),
      tell(true),
      say('内容结束后的空白可以接受吗？', 'Is the blank after the end acceptable?'),
    )
  },
})

function tellBlanks(run: PageRun, one: Screenful, profile: MaterialProfile): readonly Finding[] {
  const { blankRows, blankColumns, blankArea } = one
  const limit = percent(profile.blankRun)
  return [
    ...(blankRows.share > profile.blankRun
      ? [
          tellBox(
            run,
            blankRows.box,
            say('纵向有大段空白。', 'There is a large blank down the screen.'),
            percent(blankRows.share),
            limit,
          ),
        ]
      : []),
    ...(blankColumns.share > profile.blankRun
      ? [
          tellBox(
            run,
            blankColumns.box,
            say('横向有大段空白。', 'There is a large blank across the screen.'),
            percent(blankColumns.share),
            limit,
          ),
        ]
      : []),
    ...(profile.blankArea !== null && blankArea > profile.blankArea
      ? [
          tellBox(
            run,
            blankRows.box,
            say('空白面积过大。', 'The blank area is too large.'),
            percent(blankArea),
            percent(profile.blankArea),
          ),
        ]
      : []),
  ]
}

function withBlank(share: number): Screenful {
  const box = { x: 0, y: 100, width: 375, height: Math.round(812 * share) }
  const none = { x: 0, y: 0, width: 0, height: 0 }
  return {
    top: 0,
    height: 812,
    blankRows: { share, box },
    blankColumns: { share: 0, box: none },
    blankArea: share,
    endsContent: false,
  }
}
